import { demonstrationRegister } from '@/lib/datasets/rules/demonstration-register';
import { type Entry, engineOf } from '@/lib/organisations/rules/engine';
import { type Found, search } from '@/lib/organisations/rules/search';

const blank = {
  closedOn: null,
  linkable: true,
  address: '',
  town: null,
  pcn: null,
  icb: null,
  successors: [],
  practices: 0,
};

export const entry = (code: string, name: string, more: Partial<Entry> = {}): Entry => ({
  ...blank,
  code,
  name,
  kind: 'practice',
  status: 'open',
  postcode: null,
  ...more,
});

/** England's practices and PCNs, invented; `times` makes a register so many times as large, of other names. */
export function england(times = 1): Entry[] {
  const { organisations } = demonstrationRegister();
  const entries = organisations
    .filter(each => each.kind === 'practice' || each.kind === 'pcn')
    .map(({ code, kind, displayName, status, postcode }) => entry(code, displayName, { kind, status, postcode }));
  return Array.from({ length: times }, (_, copy) =>
    entries.map(each => (copy === 0 ? each : { ...each, code: `${each.code}${copy}`, name: renamed(each.name, copy) })),
  ).flat();
}

const SYLLABLES = ['', 'ka', 'lo', 'mi', 'ra', 'te', 'su', 'vo', 'ne', 'pi'];
const renamed = (name: string, copy: number) =>
  name.replace(/^(The )?(\w{4,})/, (_, article = '', word) => `${article}${word}${SYLLABLES[copy]}`);

/** Searches and answers names, for short expectations. */
export function finder(entries: Entry[]) {
  const engine = engineOf(entries);
  const run = (text: string, limit = 10, offset = 0): Found => search(engine, text, { limit, offset });
  const codes = (text: string, limit = 10, offset = 0) =>
    run(text, limit, offset).page.map(at => engine.entries[at]?.code);
  const names = (text: string, limit = 10) => run(text, limit).page.map(at => engine.entries[at]?.name);
  return { run, codes, names };
}
