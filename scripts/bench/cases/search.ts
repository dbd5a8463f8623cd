import { get } from '../ask';
import { barePaths } from '../bare-app';
import { compare } from '../compare';
import { atLeast, type Case, type Finding, percent } from '../finding';
import { load } from '../load';
import { measureEngine } from '../search-engine';
import { kinds, queriesFor, readEntries } from '../search-queries';

export const searchCase: Case = {
  number: 7,
  title: 'Organisation search',
  run: async workshop => {
    const [app, bare] = [await workshop.app(), await workshop.bare()];
    const entries = await readEntries(app.databaseUrl);
    const limit = load('bare route', bare, [get(barePaths.route)]);
    const findings: Finding[] = [];
    for (const kind of kinds) {
      const requests = queriesFor(kind, entries, 200).map(({ text }) =>
        get(`/api/organisations/search/?q=${encodeURIComponent(text)}`),
      );
      const comparison = await compare(limit, load(`search by ${kind}`, app, requests), workshop.options.timing);
      findings.push({
        what: `over HTTP, ${kind}`,
        criteria: [atLeast('rate', comparison.rateRatio, 0.85, percent)],
        runs: { limit: limit.name, comparison },
      });
    }
    return [...findings, ...measureEngine(entries)];
  },
};
