import { get, insist } from '../ask';
import { barePaths } from '../bare-app';
import { compare } from '../compare';
import { atMost, type Case, times } from '../finding';
import { post } from '../forms';
import { load } from '../load';
import { countStatements } from '../statements';

// The page that is the switcher: its form is the header's.
const page = '/workspaces/';

export const switchWorkspace: Case = {
  number: 5,
  title: 'Switch workspace',
  run: async workshop => {
    const [app, bare] = [await workshop.app(), await workshop.bare()];
    const { origin, people } = app;
    const first = people.sessions[0];
    const { body: html } = await insist(origin, get(page, { cookie: first?.cookie ?? '' }));
    const requests = people.sessions.map(({ cookie, memberships }) =>
      post(
        { page, html, marker: /name="membership"/, fields: { membership: memberships[1] ?? '', next: '/tools/' } },
        { origin, status: 303, headers: { cookie } },
      ),
    );
    const { perRequest, ofTransactions } = await countStatements(app, requests);
    const limit = load('bare route', bare, [get(barePaths.route)]);
    const comparison = await compare(limit, load('switch', app, requests), workshop.options.timing);
    return [
      {
        what: 'POST, the switcher’s form',
        criteria: [
          {
            target: '≤ 2 statements',
            measured: `${perRequest} statements${ofTransactions ? ` (and ${ofTransactions} begin/commit)` : ''}`,
            met: perRequest <= 2,
          },
          atMost('CPU', comparison.cpuRatio, 2.5, times),
        ],
        runs: { limit: limit.name, comparison },
      },
    ];
  },
};
