#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which would have to be downloaded: the same arguments and the same
// JSON-RPC over standard input and output, answered by the engine's WebAssembly build (docs/decisions/0003).
// Use: npm run migrate -- dev|diff|status|deploy …
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { datamodels: { type: 'string', multiple: true }, datasource: { type: 'string' } },
});
const address = new URL(values.datasource ? JSON.parse(values.datasource).url : 'postgresql://none/none');

/** `cli can-connect-to-database` and `cli create-database`: the exit status is the answer. */
async function answerOnce(question) {
  try {
    if (question === 'create-database') await createDatabase();
    else await withClient(address, async () => undefined);
    process.exit(0);
  } catch (error) {
    const fields = { error_code: error.code === '3D000' ? 'P1003' : 'P1001', message: error.message || error.code };
    process.stderr.write(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`);
    process.exit(1);
  }
}

async function createDatabase() {
  const server = new URL(address);
  server.pathname = '/postgres';
  const name = pg.escapeIdentifier(address.pathname.slice(1));
  await withClient(server, client => client.query(`create database ${name}`));
}

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await work(client);
  await client.end();
}

/** Answers requests, one after the other, until the input ends. */
async function serve() {
  // Dropping the shadow database by force ends the idle connections of a pool that has no listener for that (57P01).
  process.on('uncaughtException', error => {
    if (error.code === '57P01') return;
    process.stderr.write(String(error.stack ?? error));
    process.exit(1);
  });
  const say = message => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const engine = await startEngine();
  let turn = Promise.resolve();
  const input = createInterface({ input: process.stdin });
  input.on('line', line => {
    turn = turn.then(() => answer(engine, line, say));
  });
  input.on('close', () => turn.then(() => process.exit(0)));
}

async function answer(engine, line, say) {
  const { id, method, params } = line.trim() ? JSON.parse(line) : {};
  if (!method) return;
  try {
    const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params);
    // The native engine prints a diff by a request of its own.
    if (method === 'diff' && result?.stdout) say({ id: -1, method: 'print', params: { content: result.stdout } });
    say({ id, result: result ?? null });
  } catch (error) {
    const data = { is_panic: false, message: error.message, error_code: error.code, meta: error.meta };
    say({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } });
  }
}

async function startEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message(message) {
      process.stderr.write(`${JSON.stringify({ level: 'ERROR', fields: { message } })}\n`);
    },
  };
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const code = readFileSync(path.join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(code, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodels = (values.datamodels ?? []).map(file => [file, readFileSync(file, 'utf8')]);
  const options = { datamodels: datamodels.length > 0 ? datamodels : undefined };
  return glue.SchemaEngine.new(options, () => undefined, bindMigrationAwareSqlAdapterFactory(adapter()));
}

function adapter() {
  // Field by field: in the adapter's shadow connection a connection string would win over the shadow's name.
  const factory = new PrismaPg({
    host: address.hostname,
    port: Number(address.port || 5432),
    user: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    database: address.pathname.slice(1),
  });
  for (const method of ['connect', 'connectToShadowDb']) {
    const original = factory[method].bind(factory);
    factory[method] = async () => readable(await original());
  }
  return factory;
}

// What adapter-pg 7.10 cannot do for the engine, put right on the way through.
const charType = 18;
const textType = 1042;
const shadowDrop = /^DROP DATABASE "prisma_migrate_shadow_db_[^"]+"$/;

function readable(connection) {
  // The catalogue's one-letter type, which the adapter refuses: read as text, and handed on as what it is.
  let letters = [];
  const performIO = connection.performIO.bind(connection);
  connection.performIO = async query => {
    const result = await performIO(query);
    letters = (result.fields ?? []).flatMap(({ dataTypeID }, at) => (dataTypeID === charType ? [at] : []));
    for (const at of letters) result.fields[at].dataTypeID = textType;
    return result;
  };
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async query => {
    const answer = await queryRaw(query);
    for (const at of letters) answer.columnTypes[at] = ColumnTypeEnum.Character;
    return answer;
  };
  // The adapter cuts scripts at every semicolon, also in comments and function bodies. And the shadow database is
  // dropped while a pool is still connected to it.
  connection.executeScript = async script => {
    const whole = shadowDrop.test(script) ? `${script} WITH (FORCE)` : script;
    await connection.client.query(whole).catch(error => connection.onError(error));
  };
  const startTransaction = connection.startTransaction?.bind(connection);
  if (startTransaction) connection.startTransaction = async level => readable(await startTransaction(level));
  return connection;
}

if (positionals[0] === 'cli') await answerOnce(positionals[1]);
else await serve();
