import { describe, expect, test } from 'vitest';
import { samples } from '@/emails/samples';
import { closeAccount } from '@/lib/accounts/commands/close-account';
import { eraseAccount, namingOthers } from '@/lib/accounts/commands/erase-account';
import { DAY } from '@/lib/accounts/rules/limits';
import { listActivity, openActivity } from '@/lib/audit/queries/list-activity';
import { csvOf } from '@/lib/audit/rules/file';
import { activityFilters } from '@/lib/audit/schema';
import { invite } from '@/lib/memberships/commands/invite';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { db } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { deliver } from '@/lib/platform/mailer';
import { readOutbox } from '@/lib/platform/outbox';
import { testDatabase } from '../support/database';
import { inOutbox } from '../support/outbox-folder';
import { anOrganisation, aPerson, joined, later } from '../support/people';
import { aMember, type Member, password } from './member';

await testDatabase();

const filters = activityFilters.parse({});
const close = (person: Member) => closeAccount(person, { email: person.email, password, handOvers: {} });
const erase = (person: Member, days = 7) =>
  eraseAccount({ kind: 'clock', now: later(person, days * DAY).now, requestId: 'test' }, person.userId);

/** Somebody with colleagues, one of whom is the admin. */
async function aColleague(name: string) {
  const { code } = await anOrganisation();
  const [leaver, admin] = [await aMember({ name }), await aPerson({ name: 'Anna Admin' })];
  const { id, reference } = await joined(leaver, code, 'member');
  await joined(admin, code, 'admin');
  return { code, leaver, admin, membership: { id, reference } };
}

async function deliverAll() {
  for (const { id } of await db().mail.findMany({ where: { sentAt: null, sealed: { not: null } } })) await deliver(id);
}

describe('R59 R63 the activity of an organisation', () => {
  test('R59 R63 says that a membership ended with the account, without the name; nothing of one who stays', async () => {
    const { code, leaver, admin, membership } = await aColleague('Quirin Unmistakable');
    await close(leaver);
    expect((await listActivity(admin, { code }, filters))?.entries).toEqual([]);
    expect(await erase(leaver)).toBe(true);

    const after = later(admin, 8 * DAY);
    const entries = (await listActivity(after, { code }, filters))?.entries;
    expect(entries).toMatchObject([
      {
        who: { name: 'Automatically', id: null },
        what: 'Ended a membership, because the account was deleted',
        about: { name: `Former member ${leaver.userId.slice(0, 4)}` },
        reference: membership.reference,
        organisation: { code },
      },
    ]);
    const batches = await openActivity(after, { code }, filters);
    let file = '';
    if (batches) for await (const part of csvOf(batches)) file += part;
    expect(file).toContain('Ended a membership, because the account was deleted');
    for (const text of [file, JSON.stringify(entries)]) expect(text).not.toMatch(/Quirin|Unmistakable/);
  });

  test('R59 says it once, however often the account is erased, and of each organisation', async () => {
    const { code, leaver } = await aColleague('Two Places');
    const other = await anOrganisation();
    await joined(leaver, other.code, 'member');
    await close(leaver);
    const erased = await Promise.all([erase(leaver), erase(leaver), erase(leaver)]);
    expect(erased.filter(Boolean)).toHaveLength(1);
    const rows = await db().audit.findMany({
      where: { action: 'membership.account-deleted', personId: leaver.userId },
    });
    expect(rows.map(({ orgCode }) => orgCode).sort()).toEqual([code, other.code].sort());
  });
});

describe('R63 the local outbox', () => {
  const naming = async (words: string[]) =>
    (await readOutbox(999)).filter(mail => words.some(word => JSON.stringify(mail).includes(word)));

  test('R63 loses what was sent to the person and what names them to others, and keeps everybody else’s', async () => {
    const name = 'Quirin D.Unmistakable';
    const { leaver, admin } = await aColleague(name);
    const asked = await anOrganisation();
    await joined(admin, asked.code, 'admin');
    const own = await anOrganisation();
    await joined(leaver, own.code, 'admin');
    await joined(await aPerson(), own.code, 'admin');
    await requestToJoin(leaver, { code: asked.code, claim: 'other', claimOther: name, message: '' });
    expect((await invite(leaver, { code: own.code, role: 'member', addresses: ['new@elmgreen.nhs.uk'] })).ok).toBe(
      true,
    );
    await requestToJoin(await aPerson({ name: 'Amir Asker' }), {
      code: asked.code,
      claim: 'partner',
      claimOther: '',
      message: '',
    });
    await inOutbox({ to: 'formerly@elmgreen.nhs.uk', createdAt: leaver.now, id: await aMailTo(leaver) });
    await close(leaver);
    await deliverAll();
    // The second is how a mail writes a name that could be taken for an address.
    const words = [name, 'Quirin D. Unmistakable', leaver.email];
    const before = (await naming(words)).map(({ kind }) => kind);
    expect(new Set(before)).toEqual(new Set(['request-waiting', 'invitation', 'account-closed']));
    const others = (await readOutbox(999)).filter(({ text }) => text.includes('Amir Asker'));
    expect(others.length).toBeGreaterThan(0);

    expect(await erase(leaver)).toBe(true);
    expect(await naming([...words, 'formerly@'])).toEqual([]);
    const left = (await readOutbox(999)).map(({ id }) => id);
    expect(left).toEqual(expect.arrayContaining(others.map(({ id }) => id)));
  });

  test('R63 knows every mail that names somebody else than its reader', () => {
    const kinds = Object.entries(samples).filter(([, props]) => /"(person|inviter)":/.test(JSON.stringify(props)));
    expect(kinds.map(([kind]) => kind).sort()).toEqual([...namingOthers].sort());
  });

  test('R63 keeps the word that the account is closed where it is erased at once: it is the last one', async () => {
    const { leaver } = await aColleague('Olga Once');
    const settings = env();
    settings.DELETION_GRACE_DAYS = 0;
    try {
      await inOutbox({ to: leaver.email, createdAt: leaver.now });
      await close(leaver);
      await deliverAll();
      expect(await erase(leaver, 0)).toBe(true);
      const kept = (await readOutbox(999)).filter(({ to }) => to === leaver.email);
      expect(kept.map(({ kind }) => kind)).toEqual(['account-closed']);
      expect(kept[0]?.text).toContain('It is being erased now');
    } finally {
      settings.DELETION_GRACE_DAYS = 7;
    }
  });
});

/** The id of a mail that went to an address they had before. */
const aMailTo = async ({ userId, now }: Member) =>
  (
    await db().mail.create({
      data: { eventKey: crypto.randomUUID(), kind: 'account-enabled', userId, createdAt: now, sentAt: now },
    })
  ).id;
