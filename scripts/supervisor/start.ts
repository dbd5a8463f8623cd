import type { ChildProcess } from 'node:child_process';
import { holderOf, tryLock } from '@/lib/platform/embedded/lock';
import { whenNpmDies } from './ancestors';
import { answers } from './answers';
import { build } from './build';
import { type Database, openDatabase, serverLock } from './database';
import { prepareDatabase, setupLink } from './prepare';
import { superviseServer } from './server';
import { readSettings, type Settings } from './settings';

const say = (line: string) => console.log(line);

/** Starts the installation and looks after it until it is told to stop. Whatever can be done side by side is. */
export async function start(first: ChildProcess, built: boolean) {
  const settings = await readSettings('production');
  const unlock = await onlyServer(settings);
  const server = superviseServer(first, reason => stop(reason));
  let opening: Promise<Database> | undefined;
  let stopping = false;

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop());
  whenNpmDies(() => stop());
  await run().catch(error => stop(explain(error, settings)));

  async function run() {
    const { env, embedded, variables } = settings;
    opening = openDatabase(env.DATA_DIR, embedded ? undefined : env.DATABASE_URL);
    const [url] = await Promise.all([prepare(opening), built || build(say, variables)]);
    if (stopping) return;
    if (!built) server.renew();
    const link = setupLink(url, env.APP_URL);
    await server.listen({ env: { ...variables, DATABASE_URL: url }, hostname: env.HOST, port: env.PORT });
    await answers(env.HOST, env.PORT);
    if (embedded) say(`Trial installation: its own database, mails kept in a folder (${env.DATA_DIR}).`);
    say(`Ready: ${env.APP_URL}/`);
    if (await link) say(`Set up the first administrator: ${await link}`);
  }

  async function prepare(opened: Promise<Database>) {
    const database = await opened;
    Object.assign(process.env, settings.variables, { DATABASE_URL: database.url });
    await prepareDatabase(database.url, say);
    if (!stopping) database.keep();
    return database.url;
  }

  /** Stops what was started, last things first. Asked twice, it waits for nobody. */
  async function stop(failure?: string) {
    if (stopping) return server.stop(true);
    stopping = true;
    if (failure) console.error(failure);
    else say('Stopping…');
    await server.stop();
    const database = await opening?.catch(() => undefined);
    await database?.stop();
    await unlock?.();
    process.exit(failure ? 1 : 0);
  }
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

function explain(error: unknown, { env }: Settings) {
  const message = error instanceof Error ? error.message : String(error);
  if (message === 'port')
    return `Port ${env.PORT} is used by another program. Nothing was started. Set PORT to another one.`;
  return error instanceof Error && error.cause ? `${message}\n${error.cause}` : message;
}
