import { fork } from 'node:child_process';

/** The process that will be the web server. It waits for its orders. */
export const forkServer = () =>
  fork('scripts/serve.mjs', {
    // A page leaves about a megabyte of short-lived objects, and fifty pages at once overflow Node's usual 16 MB for them:
    // then they are copied again and again before they die. With 32 MB collecting takes half the time.
    execArgv: ['--max-semi-space-size=32'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
