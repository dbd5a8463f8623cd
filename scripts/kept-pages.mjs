// A prerendered page is the same for everybody until the next build, yet Next.js works half a millisecond on every
// request for one. Here its first answer is kept, headers and all, and given to whoever asks the same; anything that is
// not a plain request for a whole page passes to Next.js.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** @typedef {{ headers: import('node:http').OutgoingHttpHeaders, plain: Buffer, packed: Buffer }} Kept */

/** Returns a function that answers from what is kept, and says whether it did. */
export function keepPages() {
  const paths = prerenderedPaths();
  /** @type {Map<string, Kept>} */
  const kept = new Map();
  return (request, response) => {
    if (!paths.has(request.url) || !isPlain(request)) return false;
    const page = kept.get(request.url);
    if (page) return send(page, request, response);
    if (request.method === 'GET') keep(request, response, page => kept.set(request.url, page));
    return false;
  };
}

function prerenderedPaths() {
  const { routes } = JSON.parse(readFileSync(path.join('.next', 'prerender-manifest.json'), 'utf8'));
  // Those that are made again after a time stay with Next.js, as do files and its error pages.
  const forEver = Object.entries(routes).filter(([, { initialRevalidateSeconds: again }]) => again === false);
  const pages = forEver.map(([route]) => route).filter(route => !/^\/_|\.\w+$/.test(route));
  return new Set(pages.map(route => (route.endsWith('/') ? route : `${route}/`)));
}

// Navigation inside the page, posted forms and previews ask for something else at the same address.
const others = ['rsc', 'next-action', 'content-type', 'range'];
const isPlain = ({ method, headers }) =>
  (method === 'GET' || method === 'HEAD') &&
  others.every(name => headers[name] === undefined) &&
  !headers.cookie?.includes('__prerender_bypass');

// What belongs to one answer, not to the page.
const ofOneAnswer = ['connection', 'keep-alive', 'date', 'transfer-encoding', 'content-length', 'content-encoding'];

/** Listens while Next.js answers, whole and unpacked, and keeps what it said if that is the prerendered page. */
function keep(request, response, done) {
  for (const name of ['accept-encoding', 'if-none-match', 'if-modified-since']) delete request.headers[name];
  const { write, end } = response;
  const chunks = [];
  const listen = (chunk, encoding) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8'));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.write = (...args) => {
    listen(...args);
    return write.apply(response, args);
  };
  response.end = (...args) => {
    listen(...args);
    return end.apply(response, args);
  };
  response.once('finish', () => {
    const headers = { ...response.getHeaders() };
    const length = Number(headers['content-length']);
    const plain = Buffer.concat(chunks);
    if (!isPrerendered(response.statusCode, headers) || length !== plain.length) return;
    for (const name of ofOneAnswer) delete headers[name];
    done({ headers, plain, packed: gzipSync(plain, { level: 9 }) });
  });
}

const isPrerendered = (status, headers) =>
  status === 200 &&
  headers['x-nextjs-cache'] === 'HIT' &&
  headers['content-security-policy'] !== undefined &&
  headers['content-encoding'] === undefined &&
  headers['set-cookie'] === undefined;

/** @param {Kept} page */
function send({ headers, plain, packed }, request, response) {
  if (names(request.headers['if-none-match'], headers.etag)) {
    const { 'content-type': _type, ...rest } = headers;
    response.writeHead(304, rest).end();
    return true;
  }
  const zips = acceptsGzip(request.headers['accept-encoding']);
  const body = zips ? packed : plain;
  const encoding = zips ? { 'content-encoding': 'gzip' } : {};
  response.writeHead(200, { ...headers, ...encoding, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
  return true;
}

const names = (wanted, tag) =>
  typeof wanted === 'string' &&
  typeof tag === 'string' &&
  wanted.split(',').some(each => each.trim() === '*' || each.trim().replace(/^W\//, '') === tag);

const acceptsGzip = accepted =>
  typeof accepted === 'string' &&
  accepted.split(',').some(each => /^\s*(gzip|\*)\s*(;\s*q=(0\.0*[1-9]|1)\S*)?\s*$/i.test(each));
