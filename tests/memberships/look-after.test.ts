import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { eraseAccount } from '@/lib/accounts/commands/erase-account';
import { collectExport } from '@/lib/accounts/queries/collect-export';
import { addNote, giveBack, removeNote, take } from '@/lib/memberships/commands/look-after';
import { reject } from '@/lib/memberships/commands/reject';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { findQueueItem } from '@/lib/memberships/queries/find-queue-item';
import { findRequest } from '@/lib/memberships/queries/find-request';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, guarded, joined, later, system } from '../support/people';
import { asks } from './asking';

const { db } = await testDatabase();
const DAY = 86_400_000;

async function aRequest(person?: Awaited<ReturnType<typeof aPerson>>) {
  const { code } = await anOrganisation();
  const { id, person: asker } = await asks(code, person ?? (await aPerson()));
  return { id, code, asker };
}

const staffOf = async (name: string) => aPerson({ platformAdmin: true, name });
const audited = async (subject: string) =>
  (await db.audit.findMany({ where: { subject }, orderBy: { at: 'asc' } })).filter(
    ({ action }) => action !== 'membership.request',
  );

describe('who looks after a request', () => {
  it('is shown to colleagues, can be taken over and given back, is written down, and locks nothing', async () => {
    const [one, two] = [await staffOf('One'), await staffOf('Two')];
    const { id } = await aRequest();
    expect(await take(one, { id })).toMatchObject({ ok: true });
    expect(await take(one, { id })).toMatchObject({ ok: true });
    expect(await findQueueItem(two, id)).toMatchObject({ assigned: 'others', assignee: 'One' });
    expect(await giveBack(two, { id })).toMatchObject({ refusal: 'not-yours' });
    expect(await take(later(two, 1000), { id })).toMatchObject({ ok: true });
    expect(await findQueueItem(one, id)).toMatchObject({ assigned: 'others', assignee: 'Two' });
    expect(await giveBack(later(two, 2000), { id })).toMatchObject({ ok: true });
    expect(await findQueueItem(one, id)).toMatchObject({ assigned: 'nobody', assignee: null });
    expect((await audited(id)).map(({ action, actorId }) => [action, actorId])).toEqual([
      ['membership.take', one.userId],
      ['membership.take', two.userId],
      ['membership.give-back', two.userId],
    ]);
    await take(one, { id });
    expect(await reject(two, { id, reason: 'unknown' })).toMatchObject({ ok: true });
    expect(await take(one, { id })).toMatchObject({ refusal: 'not-waiting' });
  });

  it('begins anew with a new request', async () => {
    const staff = await staffOf('Three');
    const { id, code, asker } = await aRequest();
    await take(staff, { id });
    await reject(staff, { id, reason: 'unknown' });
    const again = { ...later(asker, 8 * DAY) };
    expect(await requestToJoin(again, { code, claim: 'partner', claimOther: '', message: '' })).toMatchObject({
      ok: true,
    });
    expect(await findQueueItem(staff, id)).toMatchObject({ standing: 'pending', assigned: 'nobody' });
  });

  it('R03 R06 is nothing for anybody outside the team, nor for one’s own request, nor while powers rest', async () => {
    const { id, code, asker } = await aRequest();
    const admin = await aPerson();
    await joined(admin, code, 'admin');
    const note = { id, requestId: randomUUID(), text: 'x' };
    for (const other of [admin, asker, await aPerson(), { ...admin, platformAdmin: true }]) {
      for (const answer of [await take(other, { id }), await giveBack(other, { id }), await addNote(other, note)]) {
        expect(answer).toMatchObject({ ok: false, refusal: 'not-found' });
      }
    }
    const staff = await staffOf('Four');
    const own = await aRequest(staff);
    for (const answer of [await take(staff, own), await addNote(staff, { ...note, id: own.id })]) {
      expect(answer).toMatchObject({ refusal: 'own-request' });
    }
    await db.setting.update({ where: { key: 'admin-factor' }, data: { value: { from: staff.now.toISOString() } } });
    const resting = later(staff, 20 * DAY);
    expect(await take(resting, { id })).toMatchObject({ refusal: 'factor-needed' });
    await guarded(staff);
    expect(await take(resting, { id })).toMatchObject({ ok: true });
    expect(await db.requestNote.count()).toBe(0);
  });
});

describe('internal notes', () => {
  it('are the team’s alone: not the requester’s in page or export, not the organisation’s', async () => {
    const [one, two] = [await staffOf('Five'), await staffOf('Six')];
    const { id, asker } = await aRequest();
    const secret = 'Rang the practice, nobody knows them';
    const note = { id, requestId: randomUUID(), text: secret };
    expect(await addNote(one, note)).toMatchObject({ ok: true });
    // Sent twice by the same form, it is one.
    expect(await addNote(one, note)).toMatchObject({ ok: true });
    expect((await findQueueItem(two, id))?.notes).toMatchObject([{ text: secret, by: 'Five', own: false }]);
    expect((await findQueueItem(one, id))?.notes).toMatchObject([{ own: true }]);
    expect(JSON.stringify(await findRequest(asker, id))).not.toContain('Rang');
    expect(JSON.stringify(await collectExport(db, asker.userId))).not.toMatch(/Rang|membership\.note/);
    const [entry, ...rest] = await audited(id);
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({ action: 'membership.note', actorId: one.userId, orgCode: null, personId: null });
    expect(JSON.stringify(entry)).not.toContain('Rang');
  });

  it('are taken away by who wrote them and by nobody else, and that is written down', async () => {
    const [one, two] = [await staffOf('Seven'), await staffOf('Eight')];
    const { id } = await aRequest();
    const note = randomUUID();
    await addNote(one, { id, requestId: note, text: 'A slip' });
    expect(await removeNote(two, { id, note })).toMatchObject({ refusal: 'not-found' });
    expect((await findQueueItem(two, id))?.notes).toHaveLength(1);
    expect(await removeNote(later(one, 1000), { id, note })).toMatchObject({ ok: true });
    expect((await findQueueItem(two, id))?.notes).toEqual([]);
    expect((await audited(id)).map(({ action }) => action)).toEqual(['membership.note', 'membership.note-removed']);
  });

  it('about oneself are shown to no member of staff', async () => {
    const [staff, colleague] = [await staffOf('Nine'), await staffOf('Ten')];
    const { id } = await aRequest(staff);
    await addNote(colleague, { id, requestId: randomUUID(), text: 'Ask somebody else' });
    expect((await findQueueItem(staff, id))?.notes).toBeNull();
    expect((await findQueueItem(colleague, id))?.notes).toHaveLength(1);
  });

  it('R63 are erased with the person; those that an erased colleague wrote stay without their name', async () => {
    const [one, two] = [await staffOf('Eleven'), await staffOf('Twelve')];
    const [first, second] = [await aRequest(), await aRequest()];
    for (const { id } of [first, second]) {
      await addNote(one, { id, requestId: randomUUID(), text: 'Known' });
      await take(one, { id });
    }
    const erase = async (userId: string) => {
      const long = new Date('2026-10-01T00:00:00Z');
      await db.user.update({ where: { id: userId }, data: { state: 'closing', stateSince: long } });
      return eraseAccount({ ...system(), kind: 'clock' }, userId);
    };
    expect(await erase(first.asker.userId)).toBe(true);
    expect(await db.requestNote.count({ where: { membershipId: first.id } })).toBe(0);
    expect((await findQueueItem(two, second.id))?.notes).toMatchObject([{ by: 'Eleven' }]);
    expect(await erase(one.userId)).toBe(true);
    expect(await findQueueItem(two, second.id)).toMatchObject({
      assigned: 'nobody',
      notes: [{ by: null, text: 'Known' }],
    });
  });
});
