// Next.js leaves "not found" and "failed" of a page rendered per request to the browser's scripts: its answer has no
// text in it. Here such an answer becomes the page that the build prerendered for it, without scripts, so that
// everybody can read it.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { policy } from '../lib/core/csp.mjs';

/** @param {string} name */
function prerendered(name) {
  const html = readFileSync(path.join('.next', 'server', 'app', `${name}.html`), 'utf8');
  return html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '').replace(/<link rel="preload" as="script"[^>]*>/g, '');
}

/**
 * Watches one answer. Files, data and soft navigations pass; a page that says 404 or 500 is sent whole.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function sendWholePages(request, response) {
  const { writeHead, write, end } = response;
  let page;
  response.writeHead = (status, ...rest) => {
    if (!wholeNames[status]) return writeHead.call(response, status, ...rest);
    const headers = rest.find(part => part && typeof part === 'object') ?? {};
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    page = pageFor(status, request, response);
    if (!page) return writeHead.call(response, status);
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'etag']) response.removeHeader(name);
    response.setHeader('content-security-policy', policy("'none'"));
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-length', Buffer.byteLength(page));
    return writeHead.call(response, status);
  };
  // Every other answer goes as it comes, so that its length is known where it is short.
  const decide = () => {
    if (!response.headersSent && wholeNames[response.statusCode]) response.writeHead(response.statusCode);
  };
  response.write = (chunk, ...rest) => {
    decide();
    if (!page) return write.call(response, chunk, ...rest);
    rest.find(part => typeof part === 'function')?.();
    return true;
  };
  response.end = (...rest) => {
    decide();
    if (!page) return end.apply(response, rest);
    return end.call(
      response,
      request.method === 'HEAD' ? undefined : page,
      rest.find(part => typeof part === 'function'),
    );
  };
}

// The prerendered page of each status that is sent whole. Next.js prerenders one of its own for failures, which is none
// of ours.
const wholeNames = { 404: '_not-found', 500: 'failed' };
const pages = new Map();

function pageFor(status, request, response) {
  const isPage = String(response.getHeader('content-type') ?? '').startsWith('text/html');
  if (!isPage || request.headers.rsc) return;
  const name = wholeNames[status];
  if (!pages.has(name)) pages.set(name, prerendered(name));
  return status === 404 ? pages.get(name) : withReference(pages.get(name), request);
}

// What went wrong was logged when it did; this line leads from what the person quotes to that moment.
function withReference(html, request) {
  const reference = randomBytes(4).toString('hex');
  const { pathname } = new URL(request.url ?? '/', 'http://here.invalid');
  const line = { level: 50, time: new Date().toISOString(), reference, path: pathname, msg: 'a page failed' };
  process.stderr.write(`${JSON.stringify(line)}\n`);
  const quoted = `<p class="mt-4 text-s text-ink-soft">Reference: <code class="font-mono">${reference}</code></p>`;
  return html.replace('</main>', `${quoted}</main>`);
}
