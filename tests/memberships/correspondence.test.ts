import { describe, expect, it } from 'vitest';
import { approve } from '@/lib/memberships/commands/approve';
import { addMessage, askForMore, nudge } from '@/lib/memberships/commands/correspond';
import { reject } from '@/lib/memberships/commands/reject';
import { runClocks } from '@/lib/memberships/commands/run-clocks';
import { undo } from '@/lib/memberships/commands/undo';
import { findRequest } from '@/lib/memberships/queries/find-request';
import { listApprovals } from '@/lib/memberships/queries/list-approvals';
import { listQueue } from '@/lib/memberships/queries/list-queue';
import { resumedFrom } from '@/lib/memberships/rules/deadlines';
import { queueFilters } from '@/lib/memberships/schema/queue';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined, later, tuesday } from '../support/people';
import { asks } from './asking';

const { db } = await testDatabase();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function aRequest() {
  const { code } = await anOrganisation();
  const admin = await aPerson();
  await joined(admin, code, 'admin');
  return { code, admin, ...(await asks(code, await aPerson())) };
}

const rowOf = (id: string) => db.membership.findUniqueOrThrow({ where: { id } });
const mails = (userId: string, kind: string) => db.mail.count({ where: { userId, kind } });
const clock = (now: Date) => ({ kind: 'clock', now, requestId: 'test' }) as const;

describe('a question stops the clock, its answer starts it again', () => {
  it('R15 nothing is reminded or late while the deciders wait for an answer; afterwards the days go on', async () => {
    const { admin, person, id } = await aRequest();
    const wednesday = later(admin, DAY);
    expect(await askForMore(wednesday, { id, question: 'Which site?' })).toMatchObject({ ok: true });
    expect(await mails(person.userId, 'request-question')).toBe(1);
    const twoWeeksOn = new Date(tuesday.getTime() + 15 * DAY);
    await runClocks(clock(twoWeeksOn));
    expect(await rowOf(id)).toMatchObject({ remindedAt: null, escalatedAt: null });

    const before = await mails(admin.userId, 'request-waiting');
    expect(await addMessage(later(person, 15 * DAY), { id, message: 'The Elm site' })).toMatchObject({ ok: true });
    expect(await mails(admin.userId, 'request-waiting')).toBe(before + 1);
    expect((await rowOf(id)).pausedAt).toBeNull();
    // One working day had gone by; two more and it is reminded.
    await runClocks(clock(new Date(tuesday.getTime() + 16 * DAY)));
    expect((await rowOf(id)).remindedAt).toBeNull();
    await runClocks(clock(new Date(tuesday.getTime() + 17 * DAY)));
    expect((await rowOf(id)).remindedAt).not.toBeNull();
  });

  it('R15 working days are kept over weekends and holidays, and never lie ahead', () => {
    const at = (iso: string) => new Date(`${iso}T10:00:00Z`);
    // Monday to Friday is four; answered on the Monday after, four lie behind again.
    expect(resumedFrom(at('2026-11-23'), at('2026-11-27'), at('2026-11-30'))).toEqual(at('2026-11-24'));
    expect(resumedFrom(at('2026-11-24'), at('2026-11-24'), at('2026-11-24'))).toEqual(at('2026-11-24'));
    const answered = at('2026-12-29');
    expect(resumedFrom(at('2026-12-24'), at('2026-12-24'), answered).getTime()).toBeLessThanOrEqual(answered.getTime());
  });

  it('a second question waits for the first answer, and a decision needs none', async () => {
    const { admin, person, id, code } = await aRequest();
    expect(await askForMore(admin, { id, question: 'Which site?' })).toMatchObject({ ok: true });
    expect(await askForMore(admin, { id, question: 'And since when?' })).toMatchObject({
      refusal: 'asked-for-more-already',
    });
    expect(await addMessage(later(person, HOUR), { id, message: 'Elm' })).toMatchObject({ ok: true });
    const [waiting] = (await listApprovals(admin, code))?.pending ?? [];
    expect(waiting?.said).toEqual([
      { by: 'decider', text: 'Which site?' },
      { by: 'person', text: 'Elm' },
    ]);
    expect(await askForMore(later(admin, 2 * HOUR), { id, question: 'Since when?' })).toMatchObject({ ok: true });
    expect(await approve(later(admin, 3 * HOUR), { id, role: 'member' })).toMatchObject({ ok: true });
  });

  it('R13 the person reads question and answer on their page, and no name of who asked', async () => {
    const { admin, person, id } = await aRequest();
    const decider = later(admin, HOUR);
    await askForMore(decider, { id, question: 'Which site?' });
    const own = await findRequest(person, id);
    expect(own?.pausedAt).toEqual(decider.now);
    expect(own?.events.at(-1)).toMatchObject({ operation: 'ask-for-more', message: 'Which site?' });
    expect(JSON.stringify(own)).not.toContain(admin.name);
  });

  it('R16 what an organisation asked about does not move to the platform team while it waits for the answer', async () => {
    const { admin, person, id, code } = await aRequest();
    const staff = await aPerson({ platformAdmin: true, now: new Date(tuesday.getTime() + 20 * DAY) });
    await askForMore(later(admin, DAY), { id, question: 'Which site?' });
    const filters = queueFilters.parse({ q: code });
    expect((await listQueue(staff, filters))?.rows).toEqual([]);
    expect(await approve(staff, { id, role: 'member' })).toMatchObject({ refusal: 'not-your-turn' });
    await addMessage(later(person, 12 * DAY), { id, message: 'Elm' });
    expect((await listQueue(staff, filters))?.rows).toMatchObject([{ id }]);
    expect(await approve(staff, { id, role: 'member' })).toMatchObject({ ok: true });
  });
});

describe('messages and reminders', () => {
  it('R06 only the person adds messages and reminds, only deciders ask', async () => {
    const { admin, person, id } = await aRequest();
    const stranger = await aPerson();
    const soon = 2 * DAY;
    expect((await addMessage(later(admin, soon), { id, message: 'x' })).ok).toBe(false);
    expect((await nudge(later(admin, soon), { id })).ok).toBe(false);
    expect(await addMessage(later(stranger, soon), { id, message: 'x' })).toMatchObject({ refusal: 'not-found' });
    expect(await nudge(later(stranger, soon), { id })).toMatchObject({ refusal: 'not-found' });
    expect(await askForMore(later(person, soon), { id, question: 'x' })).toMatchObject({ refusal: 'own-request' });
    expect(await addMessage(later(person, soon), { id, message: 'x' })).toMatchObject({ ok: true });
    expect(await nudge(later(person, soon), { id })).toMatchObject({ ok: true });
    expect(await askForMore(later(admin, soon), { id, question: 'x' })).toMatchObject({ ok: true });
  });

  it('a reminder goes once in three working days, also when it is pressed ten times at once', async () => {
    const { admin, person, id } = await aRequest();
    expect(await nudge(later(person, HOUR), { id })).toMatchObject({ refusal: 'nudged-recently' });
    const before = await mails(admin.userId, 'request-waiting');
    const wednesday = later(person, DAY);
    const answers = await Promise.all(Array.from({ length: 10 }, () => nudge(wednesday, { id })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await mails(admin.userId, 'request-waiting')).toBe(before + 1);
    // Three working days after Wednesday is Monday.
    expect(await nudge(later(wednesday, 4 * DAY), { id })).toMatchObject({ refusal: 'nudged-recently' });
    expect(await nudge(later(wednesday, 5 * DAY), { id })).toMatchObject({ ok: true });
  });

  it('at most five messages in 24 hours are kept', async () => {
    const { person, id } = await aRequest();
    for (let turn = 0; turn < 5; turn++) {
      expect(await addMessage(later(person, turn * HOUR), { id, message: `${turn}` })).toMatchObject({ ok: true });
    }
    const sixth = await addMessage(later(person, 6 * HOUR), { id, message: 'six' });
    expect(sixth).toMatchObject({ refusal: 'too-many-messages' });
    expect(await db.membershipEvent.count({ where: { membershipId: id, operation: 'add-message' } })).toBe(5);
    expect(await addMessage(later(person, 26 * HOUR), { id, message: 'next day' })).toMatchObject({ ok: true });
  });

  it('R13 the reason of a rejection that was taken back is not left for the person to read', async () => {
    const { admin, person, id } = await aRequest();
    const rejected = await reject(admin, { id, reason: 'meant for another' });
    if (!rejected.ok) throw new Error(rejected.refusal);
    expect(JSON.stringify(await findRequest(person, id))).toContain('meant for another');
    expect(await undo(admin, { event: rejected.value.eventId })).toMatchObject({ ok: true });
    expect(JSON.stringify(await findRequest(person, id))).not.toContain('meant for another');
  });
});
