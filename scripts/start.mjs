// `npm start`: everything an installation needs, started, watched and stopped as one (docs/decisions/0002). The web
// server makes Next.js ready in a process of its own from the first moment, while this one sees to the database.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { forkServer } from './supervisor/fork.mjs';

// Names that it holds are part of what a build is of.
if (existsSync('.env')) process.loadEnvFile('.env');
const server = forkServer();
const { isBuilt } = await import('./source-hash.mjs');
const built = isBuilt();
const { start } = built ? await compiled() : await interpreted();
await start(server, built);

function compiled() {
  return import(pathToFileURL(path.resolve('.next', 'start', 'start.mjs')).href);
}

/** Before the first build of this source there is nothing compiled. */
async function interpreted() {
  const { register } = await import('tsx/esm/api');
  process.env.TSX_TSCONFIG_PATH = 'tsconfig.scripts.json';
  register();
  return import('./supervisor/start.ts');
}
