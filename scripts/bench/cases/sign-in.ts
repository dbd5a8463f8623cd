import { get, insist } from '../ask';
import { compare } from '../compare';
import { atMost, type Case, times } from '../finding';
import { post } from '../forms';
import { hashLoop } from '../hash-loop';
import { load } from '../load';
import { countStatements } from '../statements';
import type { Workshop } from '../workshop';

const page = '/accounts/login/';
// More than can be signed in during all runs of a case with few people, so that no account meets its own limit.
const most = 5000;

export const signIn: Case = {
  number: 3,
  title: 'Sign-in',
  run: async workshop => {
    const app = await workshop.app();
    const requests = await signIns(app);
    const { perRequest, ofTransactions } = await countStatements(app, requests);
    const limit = hashLoop();
    workshop.atEnd(limit.stop);
    const comparison = await compare(limit, load('sign-in', app, requests), workshop.options.timing);
    return [
      {
        what: `POST ${page}`,
        criteria: [atMost('CPU', comparison.cpuRatio, 1.6, times)],
        runs: { limit: limit.name, comparison },
        remark: `${perRequest} statements, and ${ofTransactions} that begin or commit`,
      },
    ];
  },
};

/** The form of the sign-in page, filled in by one person after the other, each from another network. */
async function signIns({ origin, people }: Awaited<ReturnType<Workshop['app']>>) {
  const { body: html } = await insist(origin, get(page));
  return Array.from({ length: Math.min(people.count, most) }, (_, index) =>
    post(
      {
        page,
        html,
        marker: /type="password"/,
        fields: { email: people.email(people.count - index), password: people.password },
      },
      { origin, status: 303, headers: { 'x-forwarded-for': address(index) } },
    ),
  );
}

const address = (index: number) => `198.${18 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`;
