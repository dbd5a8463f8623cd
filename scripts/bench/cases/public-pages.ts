import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { get, insist } from '../ask';
import { barePaths } from '../bare-app';
import { compare } from '../compare';
import { atLeast, type Case, percent } from '../finding';
import { load } from '../load';

export const publicPages: Case = {
  number: 9,
  title: 'Public pages',
  run: async workshop => {
    const [app, bare] = [await workshop.app(), await workshop.bare()];
    const pages = prerendered();
    for (const page of pages) await insist(app.origin, get(page));
    const limit = load('bare static page', bare, [get(barePaths.static)]);
    const ours = load(
      'public pages',
      app,
      pages.map(page => get(page)),
    );
    const comparison = await compare(limit, ours, workshop.options.timing);
    return [
      {
        what: `GET each of ${pages.length} prerendered pages in turn`,
        criteria: [
          { target: 'prerendered', measured: `${pages.length} prerendered`, met: pages.includes('/') },
          atLeast('rate', comparison.rateRatio, 0.95, percent),
        ],
        runs: { limit: limit.name, comparison },
        remark: `Prerendered: ${pages.join(' ')}`,
      },
    ];
  },
};

const manifest = z.object({ routes: z.record(z.string(), z.unknown()) });

function prerendered(): string[] {
  const { routes } = manifest.parse(JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8')));
  // Without Next.js's own error pages and without files (icons, robots.txt).
  const pages = Object.keys(routes).filter(route => !/^\/_|\.\w+$/.test(route));
  return pages.map(page => (page.endsWith('/') ? page : `${page}/`)).sort();
}
