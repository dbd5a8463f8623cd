// `npm run bench`: the product beside the least that its parts can cost, on this machine, now (docs/benchmarks.md).
import { coldStart } from './bench/cases/cold-start';
import { embedded } from './bench/cases/embedded';
import { importFiles } from './bench/cases/import';
import { javascript } from './bench/cases/javascript';
import { publicPages } from './bench/cases/public-pages';
import { searchCase } from './bench/cases/search';
import { sessionCheck } from './bench/cases/session-check';
import { signIn } from './bench/cases/sign-in';
import { signedInPage } from './bench/cases/signed-in-page';
import { switchWorkspace } from './bench/cases/switch-workspace';
import type { Case } from './bench/finding';
import { type Options, readOptions } from './bench/options';
import { type CaseResult, report } from './bench/report';
import { openWorkshop } from './bench/workshop';

const all: Case[] = [
  sessionCheck,
  signedInPage,
  signIn,
  switchWorkspace,
  searchCase,
  publicPages,
  javascript,
  coldStart,
  embedded,
  importFiles,
];
// The table goes to standard output; what is under way, to standard error.
const say = (line: string) => console.error(line);

const options = optionsOrEnd();
if (process.platform !== 'linux') end('The benchmark reads CPU time from /proc, which only Linux has.');
const chosen = all.filter(({ number }) => options.cases.length === 0 || options.cases.includes(number));
if (chosen.length === 0) end(`There is no such case. There are ${all.map(({ number }) => number).join(', ')}.`);

const began = performance.now();
const workshop = openWorkshop(options, say);
// Ctrl-C reaches the servers too; closing waits for them and removes the folder.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => workshop.close().then(() => process.exit(1)));

const results: CaseResult[] = [];
for (const each of chosen) results.push(await attempt(each));
await workshop.close();
console.log(report(results, options, (performance.now() - began) / 60_000));
process.exit(results.every(({ failed }) => failed === undefined) ? 0 : 1);

/** One case that cannot be measured does not keep the others from it. */
async function attempt(of: Case): Promise<CaseResult> {
  say(`Case ${of.number}: ${of.title}`);
  try {
    return { of, findings: await of.run(workshop) };
  } catch (error) {
    return { of, findings: [], failed: error instanceof Error ? error.message : String(error) };
  }
}

function optionsOrEnd(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    return end(error instanceof Error ? error.message : String(error));
  }
}

function end(reason: string): never {
  console.error(reason);
  process.exit(1);
}
