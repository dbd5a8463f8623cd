import { afterEach, describe, expect, it } from 'vitest';
import { renderMail } from '@/emails/catalogue';
import type { Machine } from '@/lib/core/viewer';
import { approve } from '@/lib/memberships/commands/approve';
import { runClocks } from '@/lib/memberships/commands/run-clocks';
import { unseal } from '@/lib/platform/seal';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined, later } from '../support/people';
import { asks } from './asking';

const { db } = await testDatabase();
const MINUTE = 60_000;
const asked = new Date('2026-11-24T10:00:00Z');
const at = (minutes: number) => new Date(asked.getTime() + minutes * MINUTE);
const clockAt = (minutes: number): Machine => ({ kind: 'clock', now: at(minutes), requestId: 'test' });
const DAY = 24 * 60;
const site = { url: 'https://tools.example', name: 'Haresign', operator: 'Test', contact: '' };

afterEach(async () => {
  await db.user.updateMany({ data: { platformAdminSince: null } });
  await db.membership.updateMany({ where: { state: 'pending' }, data: { state: 'withdrawn' } });
  await db.reminder.deleteMany();
});

async function aPractice(admins: number) {
  const { code } = await anOrganisation();
  const people = await Promise.all(Array.from({ length: admins }, () => aPerson({ now: asked })));
  for (const admin of people) await joined(admin, code, 'admin');
  return { code, admins: people };
}

async function ask(code: string, minutes = 0) {
  const person = await aPerson({ now: at(minutes), name: `Asks after ${minutes}` });
  return { id: (await asks(code, person)).id, name: person.name };
}

type Sealed = { props: { path: string; total: number; requests: { person: string }[] } & Record<string, unknown> };

/** What somebody was told of requests, oldest first. */
async function told(userId: string) {
  const rows = await db.mail.findMany({
    where: { userId, kind: { in: ['request-waiting', 'requests-waiting'] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ eventKey, sealed }) => ({
    news: eventKey.split(':')[0],
    props: (unseal(sealed ?? new Uint8Array()) as Sealed).props,
  }));
}
const news = async (userId: string) => (await told(userId)).map(mail => mail.news);

const THREE = ['request-new', 'request-new', 'request-new'];

describe('R15 many new requests within a day', () => {
  it('R15 three come at once and singly; of the fourth on one mail a day tells what still waits', async () => {
    const { code, admins } = await aPractice(1);
    const [admin] = admins;
    if (!admin) throw new Error('no admin');
    for (const minutes of [0, 1, 2]) {
      await ask(code, minutes);
      expect(await news(admin.userId)).toHaveLength(minutes + 1);
    }
    const kept = [await ask(code, 3), await ask(code, 4), await ask(code, 5), await ask(code, 6), await ask(code, 7)];
    expect(await news(admin.userId)).toEqual(THREE);
    // What was decided meanwhile needs nobody's attention any more.
    expect((await approve(later(admin, 8 * MINUTE), { id: kept[0]?.id ?? '', role: 'member' })).ok).toBe(true);
    await runClocks(clockAt(15));
    expect(await news(admin.userId)).toEqual([...THREE, 'requests-waiting']);
    const digest = (await told(admin.userId))[3];
    expect(digest?.props).toMatchObject({ fresh: true, late: false, total: 4, path: `/w/${code}/approvals/` });
    expect(digest?.props.requests.map(({ person }) => person)).toEqual(kept.slice(1).map(({ name }) => name));
    const { subject, html, text } = await renderMail('requests-waiting', digest?.props, site);
    expect(subject).toMatch(/^4 requests to join .* are waiting$/);
    for (const body of [html, text.replace(/\s+/g, ' ')]) {
      expect(body).toContain('When many requests come within a day, the later ones come in one email.');
      expect(body).not.toMatch(/Reminder|3 working days/);
    }

    // One more on that day waits for the next, whatever the clock does, and is told then.
    const last = await ask(code, 20);
    await Promise.all([runClocks(clockAt(30)), runClocks(clockAt(12 * 60))]);
    expect(await news(admin.userId)).toHaveLength(4);
    await runClocks(clockAt(DAY + 30));
    expect(await news(admin.userId)).toEqual([...THREE, 'requests-waiting', 'request-new']);
    expect((await told(admin.userId))[4]?.props.path).toBe(`/w/${code}/approvals/${last.id}/`);
    expect(await db.reminder.count()).toBe(0);
  });

  it('R15 20 requests to one practice at the same moment: three mails to each admin, and the rest in one', async () => {
    const { code, admins } = await aPractice(3);
    const requests = await Promise.all([
      ...Array.from({ length: 20 }, (_, index) => ask(code, index)),
      // The clock runs meanwhile, as it may.
      runClocks(clockAt(0)).then(() => null),
    ]);
    await Promise.all(Array.from({ length: 4 }, () => runClocks(clockAt(20))));
    await runClocks(clockAt(DAY + 40));
    for (const { userId } of admins) {
      const mails = await told(userId);
      const singly = mails.filter(mail => mail.news === 'request-new');
      const digests = mails.filter(mail => mail.news === 'requests-waiting');
      expect(singly).toHaveLength(3);
      const total = digests.reduce((sum, { props }) => sum + props.total, 0);
      expect(total).toBe(requests.length - 1 - 3);
    }
    expect(await db.reminder.count()).toBe(0);
  });

  it('R15 requests to 12 practices of one admin, and to 12 without any, at the same moment: no more than three', async () => {
    const busy = await aPerson({ now: asked });
    const team = [
      await aPerson({ now: asked, platformAdmin: true }),
      await aPerson({ now: asked, platformAdmin: true }),
    ];
    const theirs = await Promise.all(Array.from({ length: 12 }, () => aPractice(0)));
    for (const { code } of theirs) await joined(busy, code, 'admin');
    const ownerless = await Promise.all(Array.from({ length: 12 }, () => aPractice(0)));
    await Promise.all([...theirs, ...ownerless].map(({ code }) => ask(code)));
    for (const { userId } of [busy, ...team]) expect(await news(userId)).toEqual(THREE);
    await Promise.all([runClocks(clockAt(15)), runClocks(clockAt(15))]);
    for (const { userId } of [busy, ...team]) {
      expect(await news(userId)).toEqual([...THREE, 'requests-waiting']);
      expect((await told(userId))[3]?.props.total).toBe(9);
    }
    const platform = (await told(team[0]?.userId ?? ''))[3]?.props;
    expect(platform).toMatchObject({ platform: true, fresh: true, path: '/admin/requests/' });
    expect((await renderMail('requests-waiting', platform, site)).subject).toBe(
      '9 requests are waiting for the platform team',
    );
  });

  it('R15 what is kept does not wait behind what comes later: nothing waits longer than a day', async () => {
    const { code, admins } = await aPractice(1);
    const userId = admins[0]?.userId ?? '';
    for (const minutes of [0, 1, 2, 3]) await ask(code, minutes);
    expect(await db.reminder.count({ where: { userId } })).toBe(1);
    // The day of the first mail is over, but not yet those of the others: the place belongs to what was kept.
    await ask(code, DAY + 0.5);
    expect(await news(userId)).toEqual(THREE);
    await runClocks(clockAt(DAY + 15));
    expect(await news(userId)).toEqual([...THREE, 'request-new', 'request-new']);
  });

  it('R15 a request that was kept and is to be reminded of meanwhile is one line, not two', async () => {
    const { code, admins } = await aPractice(1);
    for (let minutes = 0; minutes < 8; minutes++) await ask(code, minutes);
    // Nothing ran for three working days.
    await runClocks(clockAt(3 * DAY + 30));
    const mails = await told(admins[0]?.userId ?? '');
    expect(mails.map(mail => mail.news)).toEqual([...THREE, 'requests-waiting']);
    expect(mails[3]?.props).toMatchObject({ total: 8, fresh: false });
  });
});
