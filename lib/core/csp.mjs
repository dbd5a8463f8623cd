/**
 * The content security policy of every page, with the sources its scripts may come from. Plain JavaScript, because the
 * build step that hashes prerendered pages runs before anything is compiled.
 * @param {string} scripts
 * @returns {string}
 */
export function policy(scripts) {
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
