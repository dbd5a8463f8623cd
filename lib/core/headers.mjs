// Plain JavaScript, because the server script that runs before anything is compiled uses it too.

/** On every answer. The policy of pages is not here: prerendered ones get theirs after the build, dynamic ones from middleware.ts. */
export const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
};

/** On answers of the API, which are no pages. */
export const ofApi = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" };
