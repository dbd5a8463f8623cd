// Next.js works half a millisecond on every request before and after the code that answers it. A few answers of the API
// need nothing of that: their code (lib/web/answers.ts) is asked here, and its answer sent with the headers that all
// answers have. Whatever goes wrong is left to Next.js, which asks the same code, logs and says so.
import { everywhere, ofApi } from '../lib/core/headers.mjs';

const paths = new Set(['/api/session/', '/api/organisations/search/']);

/**
 * Answers what it can, and says whether it does. `otherwise` answers if that fails.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {() => void} otherwise
 */
export function answerPlainly(request, response, otherwise) {
  const { method, url = '', headers } = request;
  const end = url.indexOf('?');
  const answerTo = globalThis.haresignAnswerTo;
  if (method !== 'GET' || !answerTo || !paths.has(end < 0 ? url : url.slice(0, end))) return false;
  answerTo(url, name => headers[name])
    .then(({ status, headers: own, body }) => {
      response.writeHead(status, { ...everywhere, ...ofApi, ...own, 'Content-Length': Buffer.byteLength(body) });
      response.end(body);
    }, otherwise)
    .catch(() => response.destroy());
  return true;
}
