// `npm start`: everything an installation needs, started, watched and stopped as one (docs/decisions/0002). Whatever can
// be done beside something else is: this decides how long a restart takes.
import { spawn } from 'node:child_process';
import { holderOf, tryLock } from '@/lib/platform/embedded/lock';
import { isBuilt } from './source-hash.mjs';
import { whenNpmDies } from './supervisor/ancestors';
import { type Database, openDatabase, serverLock } from './supervisor/database';
import { prepareDatabase, setupLink } from './supervisor/prepare';
import { type Server, spawnServer } from './supervisor/server';
import { readSettings, type Settings } from './supervisor/settings';

const say = (line: string) => console.log(line);
const settings = await readSettings('production');
const unlock = await onlyServer(settings);
let database: Database | undefined;
let server: Server | undefined;
let stopping: Promise<void> | undefined;

process.on('SIGINT', () => stop());
process.on('SIGTERM', () => stop());
process.on('SIGHUP', () => stop());
whenNpmDies(() => stop());

try {
  await start(settings);
} catch (error) {
  if (!stopping) await stop(explain(error, settings));
}

async function start({ env, embedded, variables }: Settings) {
  const databaseReady = prepare();
  databaseReady.catch(() => undefined);
  if (!isBuilt()) await build();
  server = spawnServer(reason => stop(reason));
  const url = await databaseReady;
  await server.listen({ env: { ...variables, DATABASE_URL: url }, hostname: env.HOST, port: env.PORT });
  const [link] = await Promise.all([setupLink(url, env.APP_URL), answers(`http://${reachedAt(env.HOST)}:${env.PORT}`)]);
  if (stopping) return;
  if (embedded) say(`Trial installation: its own database, mails kept in a folder (${env.DATA_DIR}).`);
  say(`Ready: ${env.APP_URL}/`);
  if (link) say(`Set up the first administrator: ${link}`);

  async function prepare() {
    database = await openDatabase(env.DATA_DIR, embedded ? undefined : env.DATABASE_URL);
    Object.assign(process.env, variables, { DATABASE_URL: database.url });
    await prepareDatabase(database.url, say);
    database.keep();
    return database.url;
  }
}

/** Stops what was started, in the order in which it is needed. Asked twice, it does not wait for anybody. */
function stop(failure?: string) {
  if (stopping) {
    server?.stop(true);
    return stopping;
  }
  if (failure) console.error(failure);
  else say('Stopping…');
  stopping = finish(failure ? 1 : 0);
  return stopping;
}

async function finish(status: number) {
  await server?.stop();
  await database?.stop();
  await unlock?.();
  process.exit(status);
}

/** The lock of the data folder, so that two servers never look after one embedded database. */
async function onlyServer({ env, embedded }: Settings) {
  if (!embedded) return;
  const file = serverLock(env.DATA_DIR);
  const release = await tryLock(file, { url: env.APP_URL });
  if (release) return release;
  const holder = await holderOf(file);
  say(`Haresign is already running on ${env.DATA_DIR}: ${holder?.url ?? 'it has just been started'}`);
  process.exit(0);
}

async function build() {
  say('Building: once for each version, a minute or so.');
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('exit', status =>
      status === 0 ? resolve() : reject(new Error('The build failed; nothing was started.')),
    );
  });
}

/** A host to connect to, for one to listen on. */
function reachedAt(host: string) {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** Waits until the server answers that it lives and that database, migrations and storage are in order. */
async function answers(origin: string) {
  const end = Date.now() + 60_000;
  for (const page of ['/healthz', '/readyz']) {
    while (!(await isFine(origin + page))) {
      if (Date.now() > end) throw new Error(`The server does not become ready: ${await reason(origin + page)}`);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}

async function isFine(url: string) {
  return fetch(url).then(
    response => response.ok,
    () => false,
  );
}

async function reason(url: string) {
  return fetch(url).then(response => response.text(), String);
}

function explain(error: unknown, { env }: Settings) {
  const message = error instanceof Error ? error.message : String(error);
  if (message === 'port')
    return `Port ${env.PORT} is used by another program. Nothing was started. Set PORT to another one.`;
  return error instanceof Error && error.cause ? `${message}\n${error.cause}` : message;
}
