import { get } from '../ask';
import { barePaths } from '../bare-app';
import { compare } from '../compare';
import { atLeast, type Case, percent } from '../finding';
import { load } from '../load';
import { countStatements } from '../statements';

const page = '/accounts/profile/';
// A signed-in page without data of its own: what there is not, with the header of everything else.
const without = '/accounts/nothing-is-here/';

export const signedInPage: Case = {
  number: 2,
  title: 'Signed-in page',
  run: async workshop => {
    const [app, bare] = [await workshop.app(), await workshop.bare()];
    const requests = app.people.sessions.map(({ cookie }) => get(page, { cookie }));
    const inAll = await countStatements(app, requests);
    const before = await countStatements(
      app,
      requests.map(asking => ({ ...asking, path: without, status: 404 })),
    );
    const limit = load('bare page', bare, [get(barePaths.page)]);
    const comparison = await compare(limit, load(page, app, requests), workshop.options.timing);
    return [
      {
        what: `GET ${page}`,
        criteria: [
          atLeast('rate', comparison.rateRatio, 0.75, percent),
          {
            target: '≤ 2 statements before its own data',
            measured: `${before.perRequest} (${inAll.perRequest} in all)`,
            met: before.perRequest <= 2,
          },
        ],
        runs: { limit: limit.name, comparison },
      },
    ];
  },
};
