import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { approve } from '@/lib/memberships/commands/approve';
import { confirmBulk, runBulk, runBulkJob, startBulk } from '@/lib/memberships/commands/bulk';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { undo } from '@/lib/memberships/commands/undo';
import { withdraw } from '@/lib/memberships/commands/withdraw';
import { findBulk } from '@/lib/memberships/queries/find-bulk';
import { bulkConfirmation, bulkStart } from '@/lib/memberships/schema/queue';
import { testDatabase } from '../support/database';
import { aPerson, later } from '../support/people';
import { aLateRequest, all, aStaff, DAY, events, LONG, laidOut, type Request, read, stateOf } from './bulk-request';

const { db } = await testDatabase();

describe('several requests decided with one check', () => {
  it('the check says of each what will happen and why not, decides nothing, and the rule says the same afterwards', async () => {
    const staff = await aStaff();
    const plain = await aLateRequest();
    const ownerless = await aLateRequest({ ownerless: true });
    const [decided, withdrawn, closed, gone] = [
      await aLateRequest(),
      await aLateRequest(),
      await aLateRequest(),
      await aLateRequest(),
    ];
    const own = await aLateRequest({ asker: { ...staff, now: plain.asker.now } });
    const fresh = await aLateRequest({ asker: later(await aPerson(), 12 * DAY) });
    await db.organisation.update({ where: { code: closed.code }, data: { status: 'closed' } });
    await db.user.update({ where: { id: gone.asker.userId }, data: { state: 'disabled' } });
    await withdraw(withdrawn.asker, { id: withdrawn.id });
    if (decided.admin) await approve(later(decided.admin, DAY), { id: decided.id, role: 'member' });
    const before = await db.audit.count();
    const bulk = await laidOut(staff, [plain, ownerless, decided, withdrawn, closed, gone, own, fresh]);
    const lack = (request: Request) => bulk.items.find(({ membershipId }) => membershipId === request.id)?.lacks;
    expect(lack(plain)).toEqual({ approve: null, reject: null });
    expect(lack(ownerless)).toEqual({ approve: 'authoriser-missing', reject: null });
    expect(lack(decided)).toEqual({ approve: 'already-decided', reject: 'already-decided' });
    expect(lack(withdrawn)).toEqual({ approve: 'was-withdrawn', reject: 'was-withdrawn' });
    expect(lack(closed)).toEqual({ approve: 'organisation-closed', reject: null });
    expect(lack(gone)).toEqual({ approve: 'person-gone', reject: null });
    expect(lack(own)).toEqual({ approve: 'own-request', reject: 'own-request' });
    expect(lack(fresh)).toEqual({ approve: 'not-your-turn', reject: 'not-your-turn' });
    const shown = bulk.items.find(({ membershipId }) => membershipId === decided.id);
    expect(shown?.facts).toMatchObject({ by: decided.admin?.name, outcome: 'approved' });
    expect(await db.audit.count()).toBe(before);

    // Pressed all the same, each is refused for the reason that was shown.
    await confirmBulk(staff, { id: bulk.id, reason: '', choices: all(bulk, 'approve') });
    await runBulk(staff, bulk.id);
    const after = await read(staff, bulk.id);
    const expected = (lack: string | null) => (lack === 'already-decided' ? 'decided' : 'refused');
    expect(after.items.map(({ outcome, refusal }) => [outcome, refusal])).toEqual(
      bulk.items.map(({ lacks: { approve: lack } }) => [lack ? expected(lack) : 'done', lack]),
    );
  });

  it('each is decided as chosen, with its own event, audit line, mail and undo', async () => {
    const staff = await aStaff();
    const [one, two, three] = [await aLateRequest(), await aLateRequest(), await aLateRequest()];
    const bulk = await laidOut(staff, [one, two, three]);
    const item = (request: Request) => bulk.items.find(({ membershipId }) => membershipId === request.id)?.id ?? '';
    const choices = [
      [item(one), 'approve'],
      [item(two), 'reject'],
      [item(three), 'leave'],
    ] as const;
    expect(await confirmBulk(staff, { id: bulk.id, reason: 'unknown here', choices })).toMatchObject({
      ok: true,
      value: 'now',
    });
    await runBulk(staff, bulk.id);
    expect([await stateOf(one.id), await stateOf(two.id), await stateOf(three.id)]).toEqual([
      'active',
      'rejected',
      'pending',
    ]);
    const mails = async ({ asker }: Request) =>
      (await db.mail.findMany({ where: { userId: asker.userId } })).map(({ kind }) => kind);
    expect([await mails(one), await mails(two), await mails(three)]).toEqual([
      ['request-approved'],
      ['request-rejected'],
      [],
    ]);
    expect(
      (await db.membershipEvent.findFirstOrThrow({ where: { membershipId: two.id, operation: 'reject' } })).reason,
    ).toBe('unknown here');
    for (const { id } of [one, two])
      expect(await db.audit.count({ where: { subject: id, actorId: staff.userId } })).toBe(1);
    expect(await db.audit.findFirstOrThrow({ where: { subject: bulk.id } })).toMatchObject({
      action: 'membership.bulk',
      data: { approve: 1, reject: 1 },
    });

    const result = await read(staff, bulk.id);
    expect(result.finishedAt).not.toBeNull();
    const event = result.items.find(({ membershipId }) => membershipId === one.id)?.eventId ?? '';
    expect(await undo(later(staff, 60_000), { event })).toMatchObject({ ok: true, value: { told: false } });
    expect(await stateOf(one.id)).toBe('pending');
    expect(await mails(one)).toEqual([]);
    expect((await read(staff, bulk.id)).items.find(({ membershipId }) => membershipId === one.id)).toMatchObject({
      mayUndo: false,
    });
  });

  it('begun, confirmed and run again, it is the same decision: nothing happens twice', async () => {
    const staff = await aStaff();
    const requests = [await aLateRequest(), await aLateRequest()];
    const bulk = await laidOut(staff, requests);
    const again = await startBulk(staff, { requestId: bulk.id, wish: 'reject', ids: [randomUUID()] });
    expect(again).toMatchObject({ ok: true, value: { id: bulk.id } });
    expect((await read(staff, bulk.id)).items).toHaveLength(2);
    await Promise.all(
      [1, 2, 3].map(() => confirmBulk(staff, { id: bulk.id, reason: '', choices: all(bulk, 'approve') })),
    );
    // A later confirmation with other choices changes nothing either.
    await confirmBulk(staff, { id: bulk.id, reason: 'unknown', choices: all(bulk, 'reject') });
    await Promise.all([1, 2, 3].map(() => runBulk(staff, bulk.id)));
    await runBulk(later(staff, DAY), bulk.id);
    for (const { id } of requests) {
      expect(await stateOf(id)).toBe('active');
      expect(await events(id)).toBe(1);
    }
    expect(await db.audit.count({ where: { subject: bulk.id } })).toBe(1);
    expect((await read(staff, bulk.id)).finishedAt).toEqual(staff.now);
  });

  it('a rejection needs a reason, in the form and behind it; an approval does not', async () => {
    const staff = await aStaff();
    const bulk = await laidOut(staff, [await aLateRequest()], 'reject');
    const choices = all(bulk, 'reject');
    expect(await confirmBulk(staff, { id: bulk.id, reason: '', choices })).toMatchObject({ refusal: 'reason-missing' });
    expect((await read(staff, bulk.id)).confirmedAt).toBeNull();
    const typed = (fields: object) => bulkConfirmation.safeParse({ id: bulk.id, ...fields });
    const chosen = { [`choice-${choices[0]?.[0]}`]: 'reject' };
    expect(typed(chosen).success).toBe(false);
    expect(typed({ ...chosen, reason: 'other' }).success).toBe(false);
    expect(typed({ ...chosen, reason: 'other', reasonOther: 'Left' })).toMatchObject({
      success: true,
      data: { choices: [[choices[0]?.[0], 'reject']] },
    });
    expect(typed({ [`choice-${choices[0]?.[0]}`]: 'approve' })).toMatchObject({ success: true, data: { reason: '' } });
    expect(typed({ 'choice-x': 'approve', [`choice-${choices[0]?.[0]}`]: 'promote' })).toMatchObject({
      data: { choices: [] },
    });
  });

  it('R05 one tick is one request, none is refused, and no more than 500 go together', async () => {
    const staff = await aStaff();
    const requestId = randomUUID();
    const one = randomUUID();
    expect(bulkStart.parse({ requestId, wish: 'approve', ids: one })).toMatchObject({ ids: [one], all: '' });
    expect(bulkStart.parse({ requestId, wish: 'approve' }).ids).toEqual([]);
    expect(bulkStart.safeParse({ requestId, wish: 'promote', ids: one }).success).toBe(false);
    expect(await startBulk(staff, { requestId, wish: 'approve', ids: [] })).toMatchObject({
      refusal: 'nothing-chosen',
    });
    expect(await startBulk(staff, { requestId, wish: 'approve', ids: [one] })).toMatchObject({
      refusal: 'nothing-chosen',
    });
    const many = Array.from({ length: 501 }, () => randomUUID());
    expect(await startBulk(staff, { requestId, wish: 'approve', ids: many })).toMatchObject({
      refusal: 'too-many-chosen',
    });
    expect(await db.bulkDecision.count({ where: { id: requestId } })).toBe(0);
  });

  it('R03 another’s bulk decision does not exist: not read, not confirmed, not run, not begun again', async () => {
    const [staff, colleague, stranger] = [await aStaff(), await aStaff(), await aPerson()];
    const request = await aLateRequest();
    const bulk = await laidOut(staff, [request]);
    const ids = [request.id];
    expect(await startBulk(stranger, { requestId: randomUUID(), wish: 'approve', ids })).toMatchObject({
      refusal: 'not-found',
    });
    for (const other of [colleague, stranger, { ...stranger, platformAdmin: true }]) {
      expect(await findBulk(other, bulk.id)).toBeNull();
      expect(await confirmBulk(other, { id: bulk.id, reason: '', choices: all(bulk, 'approve') })).toMatchObject({
        refusal: 'not-found',
      });
      expect(await startBulk(other, { requestId: bulk.id, wish: 'approve', ids })).toMatchObject({
        refusal: 'not-found',
      });
      await runBulk(other, bulk.id);
    }
    expect(await stateOf(request.id)).toBe('pending');
    await confirmBulk(staff, { id: bulk.id, reason: '', choices: all(bulk, 'approve') });
    for (const other of [colleague, stranger]) await runBulk(other, bulk.id);
    expect(await stateOf(request.id)).toBe('pending');
    await runBulk(staff, bulk.id);
    expect(await stateOf(request.id)).toBe('active');
  });

  it('a request asked anew since it was ticked is another one and is left alone', async () => {
    const staff = await aStaff();
    const request = await aLateRequest();
    const bulk = await laidOut(staff, [request]);
    await withdraw(request.asker, { id: request.id });
    await requestToJoin(later(request.asker, DAY), {
      code: request.code,
      claim: 'analyst',
      claimOther: '',
      message: '',
    });
    expect((await read(staff, bulk.id)).items[0]?.lacks.approve).toBe('changed-meanwhile');
    await confirmBulk(staff, { id: bulk.id, reason: '', choices: all(bulk, 'approve') });
    await runBulk(staff, bulk.id);
    expect(await stateOf(request.id)).toBe('pending');
    expect((await read(staff, bulk.id)).items[0]).toMatchObject({ outcome: 'refused', refusal: 'changed-meanwhile' });
  });

  it(
    'more than 50 run as a job; cut off in the middle it goes on, with the powers that are left',
    async () => {
      const staff = await aStaff();
      const requests = [];
      for (let count = 0; count < 52; count++) requests.push(await aLateRequest());
      const bulk = await laidOut(staff, requests);
      expect(await confirmBulk(staff, { id: bulk.id, reason: '', choices: all(bulk, 'approve') })).toMatchObject({
        value: 'job',
      });
      const jobs = await db.$queryRaw<
        unknown[]
      >`select 1 from pgboss.job where name = 'bulk-decision' and data ->> 'bulkId' = ${bulk.id}`;
      expect(jobs).toHaveLength(1);
      // As if 20 had been decided when the process was killed.
      const moment = { now: staff.now, requestId: 'job' };
      await db.$executeRaw`update bulk_items set outcome = 'left' where bulk_id = ${bulk.id}::uuid and position > 20`;
      await runBulkJob(bulk.id, moment);
      await db.$executeRaw`update bulk_items set outcome = null where bulk_id = ${bulk.id}::uuid and position > 20`;
      await db.user.update({ where: { id: staff.userId }, data: { platformAdminSince: null } });
      await runBulkJob(bulk.id, moment);
      expect(await db.membership.count({ where: { id: { in: requests.map(({ id }) => id) }, state: 'active' } })).toBe(
        20,
      );
      const refused = { bulkId: bulk.id, outcome: 'refused', refusal: 'not-found' };
      expect(await db.bulkItem.count({ where: refused })).toBe(32);
    },
    LONG,
  );
});
