// What a page that is rendered per request is given before it is rendered. Plain JavaScript, because the server script
// uses it before anything is compiled; middleware.ts says the same in Next.js's own way.
import { policy } from './csp.mjs';

/** The header in which a page is told the workspace cookie. Whatever a client sends under this name is removed. */
export const WORKSPACE_HEADER = 'x-active-workspace';

/** The header in which Next.js is told the nonce for its own scripts, and the browser the same policy. */
export const POLICY_HEADER = 'content-security-policy';

const rendered = /^\/((accounts|w|workspaces|admin|setup|outbox)(\/|$)|tools\/[^/])/;
const neverPages = /^\/(_next|api)\//;

/**
 * The policy of one answer, whose scripts carry the nonce.
 * @param {string} nonce
 * @param {boolean} [development]
 * @returns {string}
 */
export const nonced = (nonce, development = false) =>
  policy(`'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`);

/**
 * Does middleware's two duties in the web server, where they cost a fiftieth of what a call of middleware costs: Next.js
 * starts a sandbox for it and copies request and answer twice (docs/decisions/0021). Protects nothing.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {() => string} nonce
 */
export function preparePage({ url, headers }, response, nonce) {
  delete headers[WORKSPACE_HEADER];
  delete headers[POLICY_HEADER];
  if (!isRenderedPerRequest(url ?? '/', headers['content-type'])) return;
  const wanted = /(?:^|;\s*)active-workspace=([^;]+)/.exec(headers.cookie ?? '')?.[1];
  if (wanted) headers[WORKSPACE_HEADER] = wanted;
  headers[POLICY_HEADER] = nonced(nonce());
  response.setHeader(POLICY_HEADER, headers[POLICY_HEADER]);
}

/**
 * True for addresses of pages that are rendered per request. A form posted without JavaScript to a prerendered page is
 * rendered per request too. An address that is missed here is left to middleware.ts.
 * @param {string} url
 * @param {string} [contentType]
 */
export function isRenderedPerRequest(url, contentType) {
  const path = url.split('?', 1)[0] ?? '/';
  return rendered.test(path) || (contentType !== undefined && !neverPages.test(path));
}
