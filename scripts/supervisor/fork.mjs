import { fork } from 'node:child_process';

/** The process that will be the web server. It waits for its orders. */
export const forkServer = () =>
  fork('scripts/serve.mjs', {
    execArgv: [],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
