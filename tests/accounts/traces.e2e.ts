import { readFile } from 'node:fs/promises';
import { closeAccount } from '@/lib/accounts/commands/close-account';
import { eraseAccount } from '@/lib/accounts/commands/erase-account';
import { collectExport } from '@/lib/accounts/queries/collect-export';
import { approve } from '@/lib/memberships/commands/approve';
import { invite } from '@/lib/memberships/commands/invite';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { db } from '@/lib/platform/db';
import { expect, test } from '../support/fixtures';
import { password } from '../support/forms';
import { client } from '../support/http';
import { mailTo } from '../support/outbox';
import { aPerson, guarded, joined, later } from '../support/people';
import { aRegisteredPractice } from '../support/register';
import { aMember } from './member';

const DAY = 24 * 3_600_000;

/** Somebody who has decided, asked and shared something, and those who have seen them do it. */
async function somebodyAmongOthers() {
  const unique = Math.random().toString(36).slice(2, 9);
  const now = new Date();
  const { code } = await aRegisteredPractice();
  const elsewhere = await aRegisteredPractice();
  const leaver = await aMember({ now, name: `Quirin Unmistakable${unique}`, email: `quirin-${unique}@example.nhs.uk` });
  const colleague = await aPerson({ now, name: 'Anna Admin' });
  const platform = await aPerson({ now, name: 'Petra Platform', platformAdmin: true });
  for (const person of [leaver, colleague, platform]) await guarded(person);
  await joined(leaver, code, 'admin');
  await joined(colleague, code, 'admin');
  const asker = await aPerson({ now, name: 'Amir Asker' });
  const invited = await aPerson({ now, name: 'Ines Invited' });
  if (!(await invite(leaver, { code, role: 'member', addresses: [invited.email] })).ok) throw new Error('not invited');
  const asked = await requestToJoin(asker, { code, claim: 'partner', claimOther: '', message: '' });
  const own = await requestToJoin(leaver, {
    code: elsewhere.code,
    claim: 'other',
    claimOther: leaver.name,
    message: `I am ${leaver.name}, ${leaver.email}`,
  });
  if (!asked.ok || !own.ok) throw new Error('no request');
  if (!(await approve({ ...leaver, now: new Date() }, { id: asked.value.id, role: 'member' })).ok) throw new Error();
  const preset = {
    tool: 'practice-overview',
    toolVersion: 1,
    vintage: {},
    settings: { org: code, period: '', compare: 'pcn' },
  };
  await db().preset.create({
    data: {
      ...preset,
      requestId: crypto.randomUUID(),
      name: 'Kept by the surgery',
      ownerId: leaver.userId,
      orgCode: code,
    },
  });
  const pages = [
    [colleague, `/w/${code}/`],
    [colleague, `/w/${code}/members/`],
    [colleague, `/w/${code}/approvals/?show=decided`],
    [colleague, `/w/${code}/members/access/`],
    [colleague, `/w/${code}/members/access/export/?format=csv`],
    [colleague, `/w/${code}/members/check/`],
    [colleague, `/w/${code}/activity/`],
    [colleague, `/w/${code}/activity/export/?format=csv`],
    [colleague, `/w/${code}/activity/export/?format=json`],
    [invited, '/accounts/profile/'],
    [invited, `/accounts/profile/invitations/${code}/`],
    [asker, '/outbox/'],
    [colleague, '/accounts/profile/'],
    [colleague, '/accounts/profile/presets/'],
    [colleague, '/workspaces/'],
    [colleague, '/api/session/'],
    [asker, `/accounts/profile/requests/${asked.value.id}/`],
    [asker, '/accounts/profile/'],
    [asker, `/w/${code}/members/`],
    [platform, `/admin/people/?q=${encodeURIComponent(leaver.name)}`],
    [platform, `/admin/people/?q=${encodeURIComponent(leaver.email)}`],
    [platform, `/admin/people/${leaver.userId}/`],
    [platform, '/admin/requests/'],
    [platform, `/admin/requests/?q=${encodeURIComponent(leaver.name)}&view=all`],
    [platform, `/admin/organisations/${code}/`],
    [platform, `/admin/requests/${own.value.id}/`],
    [platform, '/admin/activity/'],
    [platform, `/admin/activity/?q=${encodeURIComponent(leaver.name)}`],
    [platform, `/admin/activity/export/?format=csv&person=${leaver.userId}`],
    [platform, `/admin/activity/export/?format=json&person=${leaver.userId}`],
  ] as const;
  return { leaver, colleague, asker, pages, words: [leaver.name, leaver.email, unique] };
}

/** A page and its data; of a search, what it found: what was typed stands in its field. */
async function textsOf(person: { sessionToken: string }, page: string): Promise<string[]> {
  const answers = [await client(person).ask(page), await client(person).rsc(page)];
  const texts = await Promise.all(answers.map(answer => answer.text()));
  return page.includes('?q=') ? texts.map(text => text.split('<tbody')[1] ?? '') : texts;
}

test('R63 no page, payload, export, mail or line of the log names a person who was erased', async () => {
  const { leaver, colleague, asker, pages, words } = await somebodyAmongOthers();
  const named = (text: string) => words.some(word => text.includes(word));
  const naming = async () => {
    const read = pages.map(async ([person, page]) => ((await textsOf(person, page)).some(named) ? [page] : []));
    const exported = [colleague, asker].map(async ({ userId }) =>
      named(JSON.stringify(await collectExport(db(), userId))) ? [`the export of ${userId}`] : [],
    );
    return (await Promise.all([...read, ...exported])).flat();
  };
  const before = await naming();
  for (const kind of ['members/', 'activity/', 'activity/export', 'access/export', 'invitations/', 'admin/people/?q'])
    expect(before.join(), kind).toContain(kind);

  const session = client(leaver);
  expect((await session.ask('/api/session/')).status).toBe(200);
  const closed = await closeAccount({ ...leaver, now: new Date() }, { email: leaver.email, password, handOvers: {} });
  expect(closed.ok).toBe(true);
  expect((await session.ask('/api/session/')).status).toBe(401);
  await mailTo(leaver.email, 'account-closed');
  expect(await naming()).toContain('/outbox/');
  const clock = { kind: 'clock', now: later({ now: new Date() }, 7 * DAY).now, requestId: 'test' } as const;
  expect(await eraseAccount(clock, leaver.userId)).toBe(true);

  expect(await naming()).toEqual([]);
  const said = await (await session.ask('/api/session/')).text();
  for (const word of words) expect(said).not.toContain(word);

  // What the server said all the while: that the mail was sent, by its number, and not to whom.
  const eventKey = { startsWith: `account-closed:${leaver.userId}` };
  const { id } = await db().mail.findFirstOrThrow({ where: { eventKey } });
  await expect.poll(logOfServer).toContain(id);
  const log = await logOfServer();
  expect(words.filter(word => log.includes(word))).toEqual([]);
});

async function logOfServer(): Promise<string> {
  const file = process.env.SERVER_LOG;
  if (!file) throw new Error('SERVER_LOG says where the log of the server is: tests/README.md');
  return readFile(file, 'utf8');
}
