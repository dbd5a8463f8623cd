import { createServer, type Server } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { ask, get } from '@/scripts/bench/ask';
import { answerPlainly } from '@/scripts/plain-answers.mjs';

let server: Server;

afterEach(() => {
  globalThis.haresignAnswerTo = undefined;
  server.close();
});

/** A server that answers plainly what it can, and says "otherwise" to all else. */
async function origin(answerTo: typeof globalThis.haresignAnswerTo): Promise<string> {
  globalThis.haresignAnswerTo = answerTo;
  server = createServer((request, response) => {
    const otherwise = () => response.end('otherwise');
    if (!answerPlainly(request, response, otherwise)) otherwise();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://localhost:${typeof address === 'object' ? address?.port : 0}`;
}

const said = async (url: string) => ({
  status: 200,
  headers: { 'Content-Type': 'application/json' },
  body: `"${url}"`,
});

it('answers the addresses it knows with what their code says, and leaves everything else', async () => {
  const at = await origin(said);
  const body = async (path: string, method = 'GET') => (await ask(at, { ...get(path), method })).body;
  expect(await body('/api/session/')).toBe('"/api/session/"');
  expect(await body('/api/organisations/search/?q=elm')).toBe('"/api/organisations/search/?q=elm"');
  expect(await body('/api/session/', 'POST')).toBe('otherwise');
  expect(await body('/api/session')).toBe('otherwise');
  expect(await body('/api/session/x/')).toBe('otherwise');
  expect(await body('/accounts/login/')).toBe('otherwise');
});

it('leaves a request to Next.js when its code fails or is not there yet', async () => {
  const at = await origin(() => Promise.reject(new Error('no database')));
  expect((await ask(at, get('/api/session/'))).body).toBe('otherwise');
  globalThis.haresignAnswerTo = undefined;
  expect((await ask(at, get('/api/session/'))).body).toBe('otherwise');
  globalThis.haresignAnswerTo = said;
  expect((await ask(at, get('/api/session/'))).body).toBe('"/api/session/"');
});
