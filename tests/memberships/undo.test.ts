import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { approve } from '@/lib/memberships/commands/approve';
import { demote, promote } from '@/lib/memberships/commands/change-role';
import { leave } from '@/lib/memberships/commands/leave';
import { reject } from '@/lib/memberships/commands/reject';
import { remove } from '@/lib/memberships/commands/remove';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { undo } from '@/lib/memberships/commands/undo';
import { withdraw } from '@/lib/memberships/commands/withdraw';
import { mailLeavesAt, mayUndo } from '@/lib/memberships/rules/undo';
import { env } from '@/lib/platform/env';
import { deliver } from '@/lib/platform/mailer';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined, later } from '../support/people';
import { asks } from './asking';

const { db } = await testDatabase();
const MINUTE = 60_000;
const authoriser = { name: 'Dr Example', position: 'GP partner', checked: 'Called the practice' };

async function aRequest() {
  const { code } = await anOrganisation();
  const admin = await aPerson();
  await joined(admin, code, 'admin');
  return { code, admin: later(admin, MINUTE), ...(await asks(code, await aPerson(), 'Hello')) };
}

const rowOf = (id: string) => db.membership.findUniqueOrThrow({ where: { id } });
const mailsTo = (userId: string) => db.mail.findMany({ where: { userId } });
const outbox = () => readdir(path.join(env().DATA_DIR, 'outbox')).catch(() => []);

function value<T>(result: { ok: true; value: T } | { ok: false; refusal: string }): T {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

describe('S7 a decision can be taken back for 10 minutes', () => {
  it('an approval taken back leaves the request waiting as before, sends no mail, and the audit says both', async () => {
    const { admin, person, id } = await aRequest();
    const before = await rowOf(id);
    const { eventId } = value(await approve(admin, { id, role: 'admin' }));
    expect(await mailsTo(person.userId)).toHaveLength(1);
    expect(await undo(later(admin, 9 * MINUTE), { event: eventId })).toMatchObject({ ok: true });
    expect(await rowOf(id)).toEqual(before);
    expect(await mailsTo(person.userId)).toEqual([]);
    const audited = await db.audit.findMany({ where: { subject: id }, orderBy: { at: 'asc' } });
    expect(audited.map(({ action }) => action)).toEqual([
      'membership.request',
      'membership.approve',
      'membership.undo-approve',
    ]);
    // Decided anew, the mail of that decision goes.
    expect(await approve(later(admin, 9 * MINUTE), { id, role: 'member' })).toMatchObject({ ok: true });
    expect(await mailsTo(person.userId)).toMatchObject([{ kind: 'request-approved' }]);
  });

  it('R14 a rejection taken back counts as none: the person waits on, and nothing is added to their refusals', async () => {
    const { admin, person, id } = await aRequest();
    const before = await rowOf(id);
    const { eventId } = value(await reject(admin, { id, reason: 'unknown' }));
    expect((await rowOf(id)).refusals).toBe(1);
    expect(await undo(admin, { event: eventId })).toMatchObject({ ok: true });
    expect(await rowOf(id)).toEqual(before);
    expect(await mailsTo(person.userId)).toEqual([]);
  });

  it('an approval or rejection of which the mail waits longer than it can be undone: nobody is told of an undone act', () => {
    for (const at of [new Date('2026-11-24T10:00:00Z'), new Date('2026-10-25T00:59:59.999Z')]) {
      const over = new Date(at.getTime() + 10 * MINUTE);
      expect(mayUndo(at, new Date(over.getTime() - 1))).toBe(true);
      expect(mayUndo(at, over)).toBe(false);
      expect(mailLeavesAt(at).getTime()).toBeGreaterThanOrEqual(over.getTime());
    }
  });

  it('the job of the mail starts when the decision can no longer be undone', async () => {
    const { admin, person, id } = await aRequest();
    value(await approve(admin, { id, role: 'member' }));
    const [mail] = await mailsTo(person.userId);
    const [job] = await db.$queryRaw<{ starts: Date }[]>`
      select start_after as starts from pgboss.job where name = 'mail' and data ->> 'mailId' = ${mail?.id}`;
    expect(job?.starts).toEqual(new Date(admin.now.getTime() + 10.5 * MINUTE));
  });

  it('a withdrawal taken back leaves the request waiting as before; later it stands, and nobody else can', async () => {
    const { admin, person, id } = await aRequest();
    const before = await rowOf(id);
    const { eventId } = value(await withdraw(later(person, MINUTE), { id }));
    expect(await undo(admin, { event: eventId })).toMatchObject({ refusal: 'not-found' });
    expect(await undo(later(person, 11 * MINUTE), { event: eventId })).toMatchObject({ refusal: 'undo-too-late' });
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn' });
    expect(await undo(later(person, 10 * MINUTE), { event: eventId })).toMatchObject({
      ok: true,
      value: { told: false },
    });
    expect(await rowOf(id)).toEqual(before);
    expect(await mailsTo(person.userId)).toEqual([]);
  });

  it('a withdrawal is not taken back by somebody who has filled their five requests meanwhile', async () => {
    const { person, id } = await aRequest();
    const { eventId } = value(await withdraw(person, { id }));
    const ask = async () => {
      const { code } = await anOrganisation();
      return value(await requestToJoin(person, { code, claim: 'partner', claimOther: '', message: '' }));
    };
    const others = [await ask(), await ask(), await ask(), await ask(), await ask()];
    expect(await undo(later(person, MINUTE), { event: eventId })).toMatchObject({ refusal: 'too-many-open' });
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn' });
    value(await withdraw(later(person, MINUTE), { id: others[0]?.id ?? '' }));
    expect(await undo(later(person, MINUTE), { event: eventId })).toMatchObject({ ok: true });
  });

  it.each(['member', 'admin'] as const)('whoever left as %s by mistake is back as what they were', async role => {
    const { admin, code } = await aRequest();
    const colleague = await aPerson();
    const { id } = await joined(colleague, code, role);
    const before = await rowOf(id);
    const { eventId } = value(await leave(later(colleague, MINUTE), { id }));
    expect(await undo(admin, { event: eventId })).toMatchObject({ refusal: 'not-found' });
    expect(await undo(later(colleague, 2 * MINUTE), { event: eventId })).toMatchObject({ ok: true });
    expect(await rowOf(id)).toEqual(before);
  });

  it('a removal taken back gives the same role and the same date again', async () => {
    const { admin, code } = await aRequest();
    const colleague = await aPerson();
    const { id } = await joined(colleague, code, 'admin');
    const before = await rowOf(id);
    const { eventId } = value(await remove(admin, { id, reason: 'Left' }));
    expect(await rowOf(id)).toMatchObject({ state: 'removed', role: null });
    expect(await undo(admin, { event: eventId })).toMatchObject({ ok: true });
    expect(await rowOf(id)).toEqual(before);
  });

  it('after 10 minutes it stands, and its mail goes; a moment earlier it could be taken back', async () => {
    const [late, early] = [await aRequest(), await aRequest()];
    const one = value(await approve(late.admin, { id: late.id, role: 'member' }));
    const two = value(await approve(early.admin, { id: early.id, role: 'member' }));
    const refused = await undo(later(late.admin, 10 * MINUTE), { event: one.eventId });
    expect(refused).toMatchObject({ refusal: 'undo-too-late' });
    expect(await undo(later(early.admin, 10 * MINUTE - 1), { event: two.eventId })).toMatchObject({ ok: true });
    expect(await mailsTo(late.person.userId)).toHaveLength(1);
  });

  it('R03 nobody takes back the decision of somebody else, or one that lost its capacity; the decider can', async () => {
    const { admin, code, person, id } = await aRequest();
    const other = await aPerson();
    const row = await joined(other, code, 'admin');
    const { eventId } = value(await approve(admin, { id, role: 'member' }));
    for (const stranger of [other, person, await aPerson({ platformAdmin: true })]) {
      expect(await undo(stranger, { event: eventId })).toMatchObject({ refusal: 'not-found' });
    }
    const mine = await db.membership.findFirstOrThrow({ where: { userId: admin.userId } });
    value(await demote(other, { id: mine.id }));
    expect(await undo(admin, { event: eventId })).toMatchObject({ refusal: 'not-found' });
    value(await promote(other, { id: mine.id }));
    expect(await undo(admin, { event: eventId })).toMatchObject({ ok: true });
    expect(row.role).toBe('admin');
  });

  it('what happened since is not overrun: a person promoted meanwhile stays', async () => {
    const { admin, id } = await aRequest();
    const { eventId } = value(await approve(admin, { id, role: 'member' }));
    value(await promote(later(admin, MINUTE), { id }));
    expect(await undo(later(admin, 2 * MINUTE), { event: eventId })).toMatchObject({ refusal: 'nothing-to-undo' });
    expect(await rowOf(id)).toMatchObject({ state: 'active', role: 'admin' });
  });

  it('R12 the platform team takes back a first admin appointed by mistake; the organisation is theirs again', async () => {
    const { code } = await anOrganisation();
    const platform = await aPerson({ platformAdmin: true });
    const person = await aPerson();
    const { id } = value(await requestToJoin(person, { code, claim: 'partner', claimOther: '', message: '' }));
    const decided = later(platform, MINUTE);
    const { eventId } = value(await approve(decided, { id, role: 'admin', authoriser }));
    expect(await undo(decided, { event: eventId })).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: 'pending', role: null });
    expect(await approve(decided, { id, role: 'admin', authoriser })).toMatchObject({ ok: true });
  });
});

describe('R10 undo races', () => {
  it('pressed 20 times it happens once', async () => {
    const { admin, id, person } = await aRequest();
    const { eventId } = value(await reject(admin, { id, reason: 'unknown' }));
    const answers = await Promise.all(Array.from({ length: 20 }, () => undo(admin, { event: eventId })));
    expect(answers.filter(answer => answer.ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer.refusal).toBe('nothing-to-undo');
    expect(await db.membershipEvent.count({ where: { undoes: eventId } })).toBe(1);
    expect(await rowOf(id)).toMatchObject({ state: 'pending', refusals: 0 });
    expect(await mailsTo(person.userId)).toEqual([]);
  });

  it('against the delivery, 20 times: the person hears nothing, or of the decision and that it was taken back', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const { admin, id, person } = await aRequest();
        const { eventId } = value(await approve(admin, { id, role: 'member' }));
        const [mail] = await mailsTo(person.userId);
        if (!mail) throw new Error('a mail is held');
        const delivery = () => deliver(mail.id);
        const taking = () => undo(admin, { event: eventId });
        // Both orders, so that neither always wins.
        const [answer] =
          index % 2 === 0 ? await Promise.all([taking(), delivery()]) : await backwards(delivery(), taking);
        expect(answer.ok).toBe(true);
        expect((await rowOf(id)).state).toBe('pending');
        const sent = (await outbox()).some(name => name.includes(mail.id));
        const corrected = (await mailsTo(person.userId)).some(({ kind }) => kind === 'decision-taken-back');
        expect(corrected).toBe(sent);
        return sent;
      }),
    );
    expect(outcomes).toHaveLength(20);
  });

  it('a mail that has left is followed by one that says so; a held one is withdrawn and nothing is sent', async () => {
    const [gone, held] = [await aRequest(), await aRequest()];
    const one = value(await approve(gone.admin, { id: gone.id, role: 'member' }));
    const two = value(await approve(held.admin, { id: held.id, role: 'member' }));
    const [mail] = await mailsTo(gone.person.userId);
    await deliver(mail?.id ?? '');
    expect(await undo(later(gone.admin, 5 * MINUTE), { event: one.eventId })).toMatchObject({ ok: true });
    expect(await undo(held.admin, { event: two.eventId })).toMatchObject({ ok: true });
    expect((await mailsTo(gone.person.userId)).map(({ kind }) => kind).sort()).toEqual([
      'decision-taken-back',
      'request-approved',
    ]);
    expect(await mailsTo(held.person.userId)).toEqual([]);
    expect((await rowOf(gone.id)).state).toBe('pending');
  });
});

async function backwards<A, B>(first: Promise<B>, second: () => Promise<A>): Promise<[A, B]> {
  const [b, a] = await Promise.all([first, second()]);
  return [a, b];
}
