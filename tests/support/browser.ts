import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

/**
 * The Chromium that Playwright drives: CHROMIUM_PATH, Playwright's own, one of this machine, or else one that is
 * installed now. Returns its path, or undefined for Playwright's own.
 */
export function ensureBrowser(): string | undefined {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (hasOwn()) return;
  const present = onPath() ?? installByDebian();
  if (present) return present;
  run('npx', ['playwright', 'install', 'chromium']);
  if (hasOwn()) return;
  throw new Error(
    'There is no Chromium, and none could be installed. Install one, or set CHROMIUM_PATH to its program.',
  );
}

/** How Playwright launches it. Chromium's sandbox does not work for root. */
export const launchOptions = () => ({
  executablePath: ensureBrowser(),
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [],
});

const hasOwn = () => existsSync(chromium.executablePath());

// The one without windows first: the tests take two thirds of the time with it.
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

function onPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.flatMap(name => folders.map(folder => path.join(folder, name))).find(existsSync);
}

// Where the download of Playwright's own is out of reach, root on Debian can take the distribution's.
function installByDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  run('apt-get', ['update', '-qq']);
  for (const name of ['chromium-headless-shell', 'chromium']) {
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
    const installed = onPath();
    if (installed) return installed;
  }
  return;
}

function run(program: string, args: string[]) {
  spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 });
}
