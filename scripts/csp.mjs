// Prerendered pages cannot carry a nonce. Next.js sends the headers of a page's .meta file with its HTML, so the build
// writes a policy there that names the digests of the page's own inline scripts (docs/decisions/0006).
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { policy } from '../lib/core/csp.mjs';

/** Returns how many pages were given a policy. */
export function hashPrerenderedPages(folder = path.join('.next', 'server', 'app')) {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.html'));
  for (const page of pages) writePolicy(path.join(folder, page));
  return pages.length;
}

function writePolicy(page) {
  const meta = page.replace(/\.html$/, '.meta');
  const content = existsSync(meta) ? JSON.parse(readFileSync(meta, 'utf8')) : {};
  const value = policy(["'self'", ...inlineScripts(readFileSync(page, 'utf8')).map(digest)].join(' '));
  content.headers = { ...content.headers, 'content-security-policy': value };
  writeFileSync(meta, JSON.stringify(content));
}

function inlineScripts(html) {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
  const inline = scripts.filter(([, attributes, body]) => body && !/\ssrc=/.test(attributes));
  return [...new Set(inline.map(([, , body]) => body))];
}

const digest = script => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
