import { gzipSync } from 'node:zlib';
import { get, insist } from '../ask';
import { barePaths } from '../bare-app';
import { atMost, type Case, times } from '../finding';

const page = '/accounts/login/';

export const javascript: Case = {
  number: 10,
  title: 'JavaScript of the sign-in page',
  run: async workshop => {
    const [app, bare] = [await workshop.app(), await workshop.bare()];
    const { body: html } = await insist(app.origin, get(page));
    const [ours, limit] = [await bytesOf(app.origin, page), await bytesOf(bare.origin, barePaths.static)];
    const isPlain = /<form\b[^>]*method="post"[\s\S]*type="password"/i.test(html);
    return [
      {
        what: `GET ${page} and its scripts`,
        criteria: [
          atMost('JavaScript', ours / limit, 1.1, times),
          {
            target: 'works without JavaScript',
            measured: isPlain ? 'a plain form that posts' : 'no plain form',
            met: isPlain,
          },
        ],
        remark: `${kilobytes(ours)} gzipped, the bare page ${kilobytes(limit)}`,
      },
    ];
  },
};

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** What a current browser loads: every script of the page but those for browsers without modules, gzipped. */
async function bytesOf(origin: string, place: string): Promise<number> {
  const { body: html } = await insist(origin, get(place));
  const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter(tag => !/\snomodule/i.test(tag));
  const preloads = [...html.matchAll(/<link\b[^>]*>/g)].map(([tag]) => tag).filter(tag => /as="script"/.test(tag));
  const sources = [...tags, ...preloads].flatMap(tag => /\s(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []);
  let sum = 0;
  for (const source of new Set(sources)) {
    const { body } = await insist(origin, get(source.replaceAll('&amp;', '&')));
    sum += gzipSync(body).length;
  }
  return sum;
}
