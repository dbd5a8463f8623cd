import { afterEach, describe, expect, it } from 'vitest';
import { renderMail } from '@/emails/catalogue';
import type { Machine } from '@/lib/core/viewer';
import { approve } from '@/lib/memberships/commands/approve';
import { letPcnDecide } from '@/lib/memberships/commands/let-pcn-decide';
import { runClocks } from '@/lib/memberships/commands/run-clocks';
import { howToTell } from '@/lib/memberships/rules/reminders';
import { unseal } from '@/lib/platform/seal';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined } from '../support/people';
import { asks } from './asking';

const { db } = await testDatabase();
const clockAt = (text: string): Machine => ({ kind: 'clock', now: new Date(text), requestId: 'test' });
const asked = new Date('2026-11-24T10:00:00Z');
const REMINDED = '2026-11-27T10:00:00Z';
const LATE = '2026-12-01T10:00:00Z';
const site = { url: 'https://tools.example', name: 'Haresign', operator: 'Test', contact: '' };

afterEach(async () => {
  await db.user.updateMany({ data: { platformAdminSince: null } });
  await db.membership.updateMany({ where: { state: 'pending' }, data: { state: 'withdrawn' } });
  expect(await db.reminder.count()).toBe(0);
});

const aTeam = (size: number) =>
  Promise.all(Array.from({ length: size }, () => aPerson({ platformAdmin: true, now: asked })));

async function aPractice({ ownerless = false, pcnCode }: { ownerless?: boolean; pcnCode?: string } = {}) {
  const { code } = await anOrganisation({ pcnCode });
  const admin = await aPerson({ now: asked });
  if (!ownerless) await joined(admin, code, 'admin');
  return { code, admin };
}

async function ask(code: string, minutes = 0) {
  const now = new Date(asked.getTime() - minutes * 60_000);
  return asks(code, await aPerson({ now, name: `Asks ${minutes} before` }));
}

type Sealed = { to: string; props: Record<string, unknown> & { requests: { person: string; code: string }[] } };

/** What somebody was sent, oldest first, as it was written. */
async function sentTo(userId: string) {
  const rows = await db.mail.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
  return rows.map(({ kind, eventKey, sealed }) => {
    const mail = unseal(sealed ?? new Uint8Array()) as Sealed;
    return { news: eventKey.split(':')[0], kind: kind as 'requests-waiting', ...mail };
  });
}

const reminders = async (userId: string) => (await sentTo(userId)).filter(({ news }) => news !== 'request-new');

describe('R15 reminders of many requests come in one mail', () => {
  it('R15 109 late requests are one mail to each of 7 platform administrators, run at once, again and again', async () => {
    const team = await aTeam(7);
    const places = await Promise.all(Array.from({ length: 109 }, () => aPractice()));
    for (const [index, { code }] of places.entries()) await ask(code, index);
    const first = places.slice(0, 3).map(({ code }) => code);
    await db.membership.updateMany({
      where: { state: 'pending', orgCode: { notIn: first } },
      data: { remindedAt: asked },
    });
    // As two servers do it, then once more.
    const [one, other] = await Promise.all([runClocks(clockAt(LATE)), runClocks(clockAt(LATE))]);
    expect(one.escalated + other.escalated).toBe(109);
    await runClocks(clockAt(LATE));
    for (const { userId, email } of team) {
      const sent = await reminders(userId);
      expect(sent).toHaveLength(1);
      expect(sent[0]).toMatchObject({ kind: 'requests-waiting', to: email, props: { total: 109, late: true } });
      expect(sent[0]?.props.requests.map(({ person }) => person)).toEqual(
        Array.from({ length: 10 }, (_, index) => `Asks ${108 - index} before`),
      );
    }
    const [digest] = await reminders(team[0]?.userId ?? '');
    const { subject, html, text } = await renderMail('requests-waiting', digest?.props, site);
    expect(subject).toBe('109 late requests need the platform team');
    for (const body of [html.replaceAll('<!-- -->', ''), text.replace(/\s+/g, ' ')]) {
      expect(body).toContain('Asks 108 before (Partner) asked on 24 November 2026 to join');
      expect(body).toContain('And 99 more.');
      expect(body).toContain('https://tools.example/admin/requests/?age=late');
      expect(body.match(/ asked on /g)).toHaveLength(10);
    }
    // To every practice's own admin its one request is a mail of its own, as ever.
    for (const { admin } of places.slice(0, 3)) {
      expect((await reminders(admin.userId)).map(({ news }) => news)).toEqual(['request-reminder']);
    }
  });

  it.each([
    [3, ['request-reminder', 'request-reminder', 'request-reminder']],
    [4, ['requests-waiting']],
  ])('R15 %i requests to one practice: each admin there gets %j', async (count, expected) => {
    const { code, admin } = await aPractice();
    const second = await aPerson({ now: asked });
    await joined(second, code, 'admin');
    for (let minutes = 0; minutes < count; minutes++) await ask(code, minutes);
    await Promise.all(Array.from({ length: 5 }, () => runClocks(clockAt(REMINDED))));
    for (const { userId } of [admin, second]) {
      const sent = await reminders(userId);
      expect(sent.map(({ news }) => news)).toEqual(expected);
      if (count < 4) continue;
      expect(sent[0]?.props).toMatchObject({ late: false, platform: false, path: `/w/${code}/approvals/`, total: 4 });
      expect((await renderMail('requests-waiting', sent[0]?.props, site)).subject).toMatch(/^Reminder: 4 requests to/);
    }
  });

  it('R15 an admin of several practices and of the PCN that decides for one is led to their account', async () => {
    const pcn = await anOrganisation({ kind: 'pcn' });
    const { code, admin } = await aPractice({ pcnCode: pcn.code });
    expect((await letPcnDecide(admin, { code, pcn: pcn.code, decides: true })).ok).toBe(true);
    const busy = await aPerson({ now: asked });
    await joined(busy, pcn.code, 'admin');
    const own = [await aPractice(), await aPractice(), await aPractice()];
    for (const one of own) await joined(busy, one.code, 'admin');
    for (const one of [...own, { code }]) await ask(one.code);
    await runClocks(clockAt(REMINDED));
    const sent = await reminders(busy.userId);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.props).toMatchObject({ total: 4, organisation: '', path: '/accounts/profile/' });
    expect(sent[0]?.props.requests.map(one => one.code).sort()).toEqual([...own.map(one => one.code), code].sort());
  });

  it('R16 requests without an admin and late ones are told to the platform team together', async () => {
    const [admin] = await aTeam(1);
    for (let count = 0; count < 2; count++) await ask((await aPractice({ ownerless: true })).code);
    for (let count = 0; count < 2; count++) await ask((await aPractice()).code);
    await db.membership.updateMany({ where: { state: 'pending' }, data: { remindedAt: asked } });
    const ownerless = { organisation: { memberships: { none: { role: 'admin' as const } } } };
    await db.membership.updateMany({ where: { state: 'pending', ...ownerless }, data: { remindedAt: null } });
    await runClocks(clockAt(LATE));
    const sent = await reminders(admin?.userId ?? '');
    expect(sent.map(({ props }) => props)).toMatchObject([{ total: 4, late: false, path: '/admin/requests/' }]);
    const { subject } = await renderMail('requests-waiting', sent[0]?.props, site);
    expect(subject).toBe('4 requests are waiting for the platform team');
  });
});

describe('R15 reminders within a day', () => {
  it('R15 whoever had three and one more waits for the next day, and then hears of all that still wait', async () => {
    const [admin] = await aTeam(1);
    const places = await Promise.all(Array.from({ length: 3 }, () => aPractice()));
    for (const { code } of places) await ask(code);
    await db.membership.updateMany({ where: { state: 'pending' }, data: { remindedAt: asked } });
    await runClocks(clockAt(LATE));
    const sent = async () => (await reminders(admin?.userId ?? '')).map(({ news }) => news);
    expect(await sent()).toEqual(['request-late', 'request-late', 'request-late']);

    const [waits, decided] = [await aPractice(), await aPractice()];
    const held = await ask(waits.code, -60);
    const settled = await ask(decided.code, -61);
    await db.membership.updateMany({ where: { state: 'pending' }, data: { remindedAt: asked } });
    await runClocks(clockAt('2026-12-01T11:30:00Z'));
    expect(await sent()).toHaveLength(3);
    expect(await db.reminder.count()).toBe(2);
    // What was decided meanwhile needs nobody's attention any more.
    const late = { ...decided.admin, now: new Date('2026-12-01T12:00:00Z') };
    expect((await approve(late, { id: settled.id, role: 'member' })).ok).toBe(true);
    await runClocks(clockAt('2026-12-02T09:45:00Z'));
    expect(await sent()).toHaveLength(3);
    await runClocks(clockAt('2026-12-02T10:15:00Z'));
    expect(await sent()).toEqual(['request-late', 'request-late', 'request-late', 'request-late']);
    expect((await reminders(admin?.userId ?? ''))[3]?.props).toMatchObject({ path: `/admin/requests/${held.id}/` });
  });

  it('R01 who is no admin any more, or whose account is closed, is told nothing of what was gathered', async () => {
    const [stays, left] = await aTeam(2);
    const { code, admin } = await aPractice();
    const { id } = await ask(code);
    await runClocks(clockAt(REMINDED));
    const events = await db.membershipEvent.findMany({ where: { membershipId: id, operation: 'remind' } });
    const eventId = events[0]?.id ?? '';
    const people = [stays, left, admin].map(one => one?.userId ?? '');
    await db.mail.deleteMany({ where: { userId: { in: people } } });
    await db.reminder.createMany({
      data: people.map((userId, index) => ({ userId, eventId, asAdmin: index < 2 ? null : code })),
    });
    await db.user.update({ where: { id: left?.userId }, data: { platformAdminSince: null } });
    await db.membership.updateMany({ where: { userId: admin.userId }, data: { role: 'member' } });
    await runClocks(clockAt('2026-11-27T10:15:00Z'));
    const told = await Promise.all(people.map(async userId => (await reminders(userId)).length));
    expect(told).toEqual([1, 0, 0]);
  });

  it('R01 R06 a PCN is told nothing more of a practice that took its word back', async () => {
    const pcn = await anOrganisation({ kind: 'pcn' });
    const decider = await aPerson({ now: asked });
    await joined(decider, pcn.code, 'admin');
    const [stays, takesBack] = [await aPractice({ pcnCode: pcn.code }), await aPractice({ pcnCode: pcn.code })];
    for (const { code, admin } of [stays, takesBack]) {
      expect((await letPcnDecide(admin, { code, pcn: pcn.code, decides: true })).ok).toBe(true);
      const { id } = await ask(code);
      const { id: eventId } = await db.membershipEvent.findFirstOrThrow({ where: { membershipId: id } });
      await db.reminder.create({ data: { userId: decider.userId, eventId, asAdmin: pcn.code } });
    }
    await db.mail.deleteMany({ where: { userId: decider.userId } });
    await letPcnDecide(takesBack.admin, { code: takesBack.code, pcn: pcn.code, decides: false });
    await runClocks(clockAt('2026-11-24T11:15:00Z'));
    const waiting = (await sentTo(decider.userId)).filter(({ kind }) => kind.startsWith('request'));
    expect(waiting.map(({ props }) => props.organisation)).toEqual([expect.stringContaining(stays.code)]);
  });

  it.each([
    [{ waiting: 3, mails: 0, together: false }, 'singly'],
    [{ waiting: 4, mails: 0, together: false }, 'together'],
    [{ waiting: 2, mails: 2, together: false }, 'later'],
    [{ waiting: 9, mails: 3, together: false }, 'together'],
    [{ waiting: 9, mails: 1, together: true }, 'later'],
    [{ waiting: 1, mails: 1, together: true }, 'singly'],
  ] as const)('R15 %j: %s', (told, expected) => expect(howToTell(told)).toBe(expected));
});
