// One digest of everything that goes into the build, so that a start knows whether the build is of this source.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const sources = [
  'app',
  'components',
  'emails',
  'lib',
  'public',
  'prisma/schema.prisma',
  'scripts/build.mjs',
  'scripts/compile-start.mjs',
  'scripts/csp.mjs',
  'scripts/supervisor',
  'instrumentation.ts',
  'middleware.ts',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.cjs',
  'tailwind.config.ts',
  'tsconfig.json',
];
// What prerendered pages say of this installation (docs/decisions/0010).
const settings = ['SITE_NAME', 'SITE_OPERATOR', 'SITE_CONTACT'];
// Made from the schema, which is in the list.
const generated = path.join('lib', 'platform', 'generated');

/** Where the digest of the built source is kept: beside the build, so that both go together. */
export const recordFile = path.join('.next', 'source-hash');

export function sourceHash() {
  const hash = createHash('sha256').update(process.version);
  for (const file of sources.flatMap(filesOf)) hash.update(`\0${file}\0`).update(readFileSync(file));
  for (const name of settings) hash.update(`\0${name}=${process.env[name] ?? ''}`);
  return hash.digest('hex');
}

export const isBuilt = () => existsSync(recordFile) && readFileSync(recordFile, 'utf8') === sourceHash();

function filesOf(place) {
  if (!existsSync(place) || place === generated) return [];
  if (statSync(place).isFile()) return [place];
  const entries = readdirSync(place, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap(entry => {
    const inside = path.join(place, entry.name);
    return entry.isDirectory() ? filesOf(inside) : [inside];
  });
}
