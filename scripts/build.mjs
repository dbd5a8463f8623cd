// `npm run build`: the production build, with the content security policy of prerendered pages. Needs neither a
// database nor the network.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileStart } from './compile-start.mjs';
import { hashPrerenderedPages } from './csp.mjs';
import { recordFile, sourceHash } from './source-hash.mjs';

const hash = sourceHash();
// A build that is cut off must not be taken for one of this source.
rmSync(recordFile, { force: true });

let { status, said } = build();
if (status !== 0 && /postcss/i.test(said)) {
  // A style worker that failed once (a busy machine) is remembered in .next and fails for ever.
  rmSync('.next', { recursive: true, force: true });
  ({ status, said } = build());
}
if (status !== 0) process.exit(status || 1);

const pages = hashPrerenderedPages();
console.log(`Content security policy written for ${pages} prerendered pages.`);
compileStart();
writeFileSync(recordFile, hash);

function build() {
  const cli = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const result = spawnSync(process.execPath, [cli, 'build'], {
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // Building reads the settings without using them: what production requires is checked at the start.
    env: { ...process.env, EMBEDDED: '1', NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  process.stderr.write(result.stderr ?? '');
  return { status: result.status, said: result.stderr ?? '' };
}
