import { get } from '../ask';
import { barePaths } from '../bare-app';
import { compare } from '../compare';
import { atLeast, atMost, type Case, percent, times } from '../finding';
import { load } from '../load';
import { countStatements } from '../statements';

export const sessionCheck: Case = {
  number: 1,
  title: 'Session check',
  run: async workshop => {
    const [app, bare] = [await workshop.app(), await workshop.bare()];
    const requests = app.people.sessions.map(({ cookie }) => get('/api/session/', { cookie }));
    const { perRequest } = await countStatements(app, requests);
    const limit = load('bare route', bare, [get(barePaths.route)]);
    const comparison = await compare(limit, load('session check', app, requests), workshop.options.timing);
    return [
      {
        what: 'GET /api/session/',
        criteria: [
          atLeast('rate', comparison.rateRatio, 0.6, percent),
          atMost('CPU', comparison.cpuRatio, 1.5, times),
          { target: 'exactly 1 statement', measured: `${perRequest} statements`, met: perRequest === 1 },
        ],
        runs: { limit: limit.name, comparison },
      },
    ];
  },
};
