import path from 'node:path';
import { startInstallation } from '../app-server';
import { get } from '../ask';
import { compare } from '../compare';
import { externalDatabase } from '../external-database';
import { atLeast, type Case, percent } from '../finding';
import { load } from '../load';
import { seed } from '../seed';

export const embedded: Case = {
  number: 13,
  title: 'Embedded database',
  run: async workshop => {
    const app = await workshop.app();
    const external = await externalDatabase(path.join(workshop.folder, 'external'), workshop.options.external);
    workshop.atEnd(external.stop);
    const other = await startInstallation({ folder: path.join(workshop.folder, 'data-external'), external });
    workshop.atEnd(other.stop);
    const people = await seed(external.url, workshop.options.users);
    const limit = load(`session check on ${external.name}`, other, people.sessions.map(asked));
    const ours = load('session check on the embedded one', app, app.people.sessions.map(asked));
    const comparison = await compare(limit, ours, workshop.options.timing);
    return [
      {
        what: `session check beside ${external.name}`,
        criteria: [atLeast('rate', comparison.rateRatio, 0.5, percent)],
        runs: { limit: limit.name, comparison },
      },
    ];
  },
};

const asked = ({ cookie }: { cookie: string }) => get('/api/session/', { cookie });
