import { spawn } from 'node:child_process';

/**
 * Builds the product: needed where there is no build of this very source. The installation's own key goes into the build,
 * so that a form left open over an update is still understood (the key names the server actions).
 */
export async function build(say: (line: string) => void, variables: Record<string, string>) {
  say('Building: once for each version, a minute or so.');
  const child = spawn(process.execPath, ['scripts/build.mjs'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...variables },
  });
  let complaints = '';
  child.stderr.on('data', chunk => {
    complaints += chunk;
  });
  await new Promise<void>((resolve, reject) => {
    child.once('close', status => {
      if (status === 0) resolve();
      else reject(new Error(`${complaints}\nThe build failed; nothing was started.`));
    });
  });
}
