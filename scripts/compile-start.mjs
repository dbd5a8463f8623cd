// What looks after an installation (scripts/supervisor) as plain JavaScript, so that a start need not learn to read
// TypeScript first: that takes as long as all the rest.
import path from 'node:path';
import { buildSync } from 'esbuild';

/** Writes it to where scripts/start.mjs looks for it. */
export function compileStart() {
  buildSync({
    entryPoints: [path.join('scripts', 'supervisor', 'start.ts')],
    outdir: path.join('.next', 'start'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What only a first start needs stays in files of its own.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    tsconfig: 'tsconfig.scripts.json',
    logLevel: 'warning',
  });
}
