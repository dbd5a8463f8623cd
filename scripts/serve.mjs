// The web server, as a child of scripts/start.mjs. It makes Next.js ready at once, and begins to listen when its parent
// sends the settings, which may take as long as the database does. It never outlives its parent.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { CLIENT_ADDRESS, clientAddress } from '../lib/core/client-address.mjs';
import { keepPages } from './kept-pages.mjs';
import { answerPlainly } from './plain-answers.mjs';
import { sendWholePages } from './whole-page.mjs';

let server;
let stopping = false;
let begin;
// Jobs wait for the settings, and for the first visitors (instrumentation.ts).
globalThis.haresignBegun = new Promise(resolve => {
  begin = resolve;
});
// Where nothing is built yet there is nothing to prepare: after the build this process is replaced.
const preparing = existsSync(path.join('.next', 'BUILD_ID')) ? prepare() : undefined;
preparing?.catch(() => undefined);

/** @param {object} message */
const tell = message => process.send?.(message);

// The parent was killed: whatever was under way is safe to cut (docs/decisions/0004).
process.on('disconnect', () => process.exit(1));
// Ctrl-C reaches the whole group. The parent decides.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', stop);
process.on('message', message => {
  if (message.stop) stop();
  else serve(message).catch(fail);
});

async function serve({ env, hostname, port }) {
  Object.assign(process.env, env);
  const handle = await (preparing ?? prepare());
  const hops = Number(process.env.TRUSTED_PROXY_HOPS) || 0;
  const sendKept = keepPages();
  const answer = (request, response) => {
    const forwarded = request.headers['x-forwarded-for'];
    request.headers[CLIENT_ADDRESS] = clientAddress(request.socket.remoteAddress, forwarded, hops);
    sendWholePages(request, response);
    handle(request, response);
  };
  server = createServer((request, response) => {
    if (sendKept(request, response) || answerPlainly(request, response, () => answer(request, response))) return;
    answer(request, response);
  });
  server.keepAliveTimeout = 65_000;
  await listen(hostname, port);
  tell({ listening: true });
  setTimeout(begin, 1000);
}

/** Next.js, ready to answer. It reads no settings of this installation before somebody asks it something. */
async function prepare() {
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: process.cwd() });
  await app.prepare();
  return app.getRequestHandler();
}

/** The port may be held for a moment by the server of a parent that was killed. */
async function listen(hostname, port) {
  const end = Date.now() + 3000;
  for (;;) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject).listen(port, hostname, () => resolve(server.off('error', reject)));
      });
      return;
    } catch (error) {
      server.removeAllListeners('error').removeAllListeners('listening');
      if (error.code !== 'EADDRINUSE' || Date.now() > end) throw error;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
}

/** Answers what was asked, lets running jobs finish, then leaves. */
async function stop() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), 25_000).unref();
  await drain();
  const jobs = await globalThis.haresignJobs?.catch(() => undefined);
  await jobs?.stop({ graceful: true, timeout: 15_000 });
  await globalThis.haresignDatabase?.pool.end();
  process.exit(0);
}

function drain() {
  return new Promise(resolve => {
    if (!server?.listening) return resolve();
    server.close(resolve);
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 8000).unref();
  });
}

function fail(error) {
  tell({ failed: error.code === 'EADDRINUSE' ? 'port' : String(error.stack ?? error) });
  process.exit(1);
}
