// `npm test`: every check and every test, on a database, a data folder and a production build of its own. Whatever fails,
// the rest goes on; the last line and the exit status say how it went.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from '@/tests/support/browser';
import { removeFolder, startServer } from '@/tests/support/server';
import { isBuilt } from './source-hash.mjs';
import { countPlaywright, countVitest } from './testing/count';
import { add, type Count, reports, run } from './testing/step';

const node = process.execPath;
const tool = (name: string) => path.join('node_modules', '.bin', name);
const plan = ['app', 'components', 'lib', 'emails', 'middleware.ts', '--config', '.dependency-cruiser.cjs'];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports);

// Two at a time. The type check reads what the build writes, so it follows it.
const checks = await Promise.all([builtAndTyped(), readThrough()]);
const tests = await run({
  name: 'tests',
  command: [tool('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/vitest.json`],
  count: countVitest,
});
const journeys = await browserTests();

const { passed, failed } = add([...checks.flat(), tests, journeys]);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

async function builtAndTyped(): Promise<Count[]> {
  const build = isBuilt() ? [node, '--version'] : [node, 'scripts/build.mjs'];
  return [
    await run({ name: 'production build', command: build }),
    await run({ name: 'types', command: [tool('tsc'), '--noEmit'] }),
  ];
}

async function readThrough(): Promise<Count[]> {
  return [
    await run({ name: 'lint', command: [tool('biome'), 'check', '--error-on-warnings', '.'] }),
    await run({ name: 'house plan', command: [tool('depcruise'), ...plan] }),
    await run({ name: 'unused code', command: [tool('knip')] }),
    await run({ name: 'dependency floors', command: [node, 'scripts/dependency-floor.mjs'] }),
    await run({ name: 'bill of materials', command: ['npm', 'run', '--silent', 'sbom'] }),
  ];
}

/** The journeys of people in a browser, on the product as `npm start` runs it. */
async function browserTests(): Promise<Count> {
  try {
    const browser = ensureBrowser();
    const clock = path.resolve(reports, 'clock');
    // Tests look into what the server says: it names nobody.
    const log = path.resolve(reports, 'server.log');
    const server = await startServer({ env: { TEST_CLOCK_FILE: clock, LOG_LEVEL: 'info' }, log });
    const result = await run({
      name: 'browser tests',
      command: [tool('playwright'), 'test'],
      env: {
        BASE_URL: server.url,
        DATA_DIR: server.folder,
        SETUP_URL: server.setupUrl ?? '',
        TEST_CLOCK_FILE: clock,
        SERVER_LOG: log,
        PLAYWRIGHT_JSON_OUTPUT_NAME: `${reports}/playwright.json`,
        ...(browser ? { CHROMIUM_PATH: browser } : {}),
      },
      count: countPlaywright,
    });
    await server.stop();
    await removeFolder(server.folder);
    return result;
  } catch (error) {
    console.log(`✗ browser tests\n${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 1 };
  }
}
