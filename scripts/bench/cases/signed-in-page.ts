import { get } from '../ask';
import { barePaths } from '../bare-app';
import { compare } from '../compare';
import { atLeast, type Case, percent } from '../finding';
import { load } from '../load';
import { countStatements } from '../statements';

const page = '/accounts/profile/';

export const signedInPage: Case = {
  number: 2,
  title: 'Signed-in page',
  run: async workshop => {
    const [app, bare] = [await workshop.app(), await workshop.bare()];
    const requests = app.people.sessions.map(({ cookie }) => get(page, { cookie }));
    const { perRequest } = await countStatements(app, requests);
    const limit = load('bare page', bare, [get(barePaths.page)]);
    const comparison = await compare(limit, load(page, app, requests), workshop.options.timing);
    return [
      {
        what: `GET ${page}`,
        criteria: [
          atLeast('rate', comparison.rateRatio, 0.75, percent),
          // Who is asking and their workspaces; the rest is the page's own.
          {
            target: '≤ 2 statements before its own data',
            measured: `${perRequest} in all`,
            met: perRequest <= 4,
          },
        ],
        runs: { limit: limit.name, comparison },
      },
    ];
  },
};
