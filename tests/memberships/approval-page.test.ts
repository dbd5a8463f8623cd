import { describe, expect, it } from 'vitest';
import { approve } from '@/lib/memberships/commands/approve';
import { demote } from '@/lib/memberships/commands/change-role';
import { leave } from '@/lib/memberships/commands/leave';
import { reject } from '@/lib/memberships/commands/reject';
import { remove } from '@/lib/memberships/commands/remove';
import { runClocks } from '@/lib/memberships/commands/run-clocks';
import { undo } from '@/lib/memberships/commands/undo';
import { withdraw } from '@/lib/memberships/commands/withdraw';
import { findApproval, listApprovals } from '@/lib/memberships/queries/list-approvals';
import { approvalWords } from '@/lib/memberships/words/queue';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined, later } from '../support/people';
import { asks } from './asking';

const { db } = await testDatabase();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TIMES = 50;
const LONG = 180_000;

async function aRequest() {
  const { code } = await anOrganisation({ name: 'Elm Surgery' });
  const [reader, colleague, person] = [
    await aPerson({ name: 'Rita Reader' }),
    await aPerson({ name: 'Sam Khan' }),
    await aPerson({ name: 'Asha Patel' }),
  ];
  const rows = { reader: await joined(reader, code, 'admin'), colleague: await joined(colleague, code, 'admin') };
  const { id } = await asks(code, person);
  return { code, id, reader, colleague, person, rows };
}

type Request = Awaited<ReturnType<typeof aRequest>>;
const at = async ({ code, id, reader }: Request, minutes = 10) => {
  const found = await findApproval(later(reader, minutes * MINUTE), code, id);
  return found && { ...found, words: found.pending ? null : approvalWords(found) };
};

describe('R10 a link to a request, opened after somebody else was there', () => {
  it('shows the request while it waits, and afterwards who decided, when and why', async () => {
    const [approved, rejected] = [await aRequest(), await aRequest()];
    expect(await at(approved)).toMatchObject({ standing: 'pending', pending: { name: 'Asha Patel' }, decided: null });
    await approve(later(approved.colleague, 5 * MINUTE), { id: approved.id, role: 'admin' });
    expect(await at(approved)).toMatchObject({
      pending: null,
      words: 'Approved as an admin by Sam Khan, 24 November 2026, 10:05.',
    });
    await reject(later(rejected.reader, 5 * MINUTE), { id: rejected.id, reason: 'Left in June' });
    expect(await at(rejected)).toMatchObject({
      words: 'Rejected by Rita Reader, 24 November 2026, 10:05.',
      decided: { reason: 'Left in June', mayUndo: true },
    });
  });

  it('names the platform team without a person, and says what happened since', async () => {
    const request = await aRequest();
    const staff = later(await aPerson({ platformAdmin: true, name: 'Petra Platform' }), 10 * DAY);
    await approve(staff, { id: request.id, role: 'member' });
    const there = { ...request, reader: later(request.reader, 10 * DAY) };
    expect((await at(there))?.words).toBe('Approved as a member by the platform team, 4 December 2026, 10:00.');
    await leave(later(request.person, 10 * DAY + 5 * MINUTE), { id: request.id });
    expect((await at(there))?.words).toContain(
      'by the platform team, 4 December 2026, 10:00. Since then Asha Patel has left.',
    );
  });

  it('says that it was withdrawn, that it expired, and waits again once a decision was taken back', async () => {
    const [withdrawn, expired, back] = [await aRequest(), await aRequest(), await aRequest()];
    await withdraw(later(withdrawn.person, MINUTE), { id: withdrawn.id });
    expect((await at(withdrawn))?.words).toBe('Asha Patel withdrew the request, 24 November 2026, 10:01.');
    const done = await reject(back.colleague, { id: back.id, reason: 'x' });
    if (done.ok) await undo(back.colleague, { event: done.value.eventId });
    expect(await at(back)).toMatchObject({ pending: { name: 'Asha Patel' }, decided: null });
    await runClocks({ kind: 'clock', now: later(expired.reader, 31 * DAY).now, requestId: 'test' });
    expect((await at(expired))?.words).toMatch(/^Nobody decided within 30 days/);
  });

  it('R01 R03 does not exist for members, strangers, other organisations, the requester, or a removed admin', async () => {
    const request = await aRequest();
    const { code, id, person, reader, colleague, rows } = request;
    const [member, stranger, elsewhere] = [await aPerson(), await aPerson(), await aRequest()];
    await joined(member, code, 'member');
    for (const other of [member, stranger, elsewhere.reader, person])
      expect(await findApproval(other, code, id)).toBeNull();
    expect(await findApproval(elsewhere.reader, elsewhere.code, id)).toBeNull();
    expect(await findApproval(reader, code, rows.reader.id)).toBeNull();
    expect(await findApproval(reader, code, 'x')).toBeNull();
    expect(await at(request)).not.toBeNull();
    await remove(colleague, { id: rows.reader.id, reason: 'Left' });
    expect(await at(request)).toBeNull();
  });
});

describe('races around an open page', () => {
  it(
    `R01 R12 ${TIMES} times, an admin is removed while the approvals are open: the decision is theirs or refused, never half`,
    async () => {
      const outcomes = await Promise.all(
        Array.from({ length: TIMES }, async () => {
          const { code, id, reader, colleague, rows } = await aRequest();
          expect((await listApprovals(reader, code))?.pending).toHaveLength(1);
          const [removed, decided] = await Promise.all([
            remove(colleague, { id: rows.reader.id, reason: 'Left' }),
            approve(reader, { id, role: 'member' }),
          ]);
          expect(removed.ok).toBe(true);
          const { state } = await db.membership.findUniqueOrThrow({ where: { id } });
          expect(state).toBe(decided.ok ? 'active' : 'pending');
          // To somebody who is no admin any more the request does not exist.
          if (!decided.ok) expect(decided.refusal).toBe('not-found');
          expect(await db.membershipEvent.count({ where: { membershipId: id, operation: 'approve' } })).toBe(
            decided.ok ? 1 : 0,
          );
          expect(await listApprovals(reader, code)).toBeNull();
          expect(await approve(colleague, { id, role: 'member' })).toMatchObject({ ok: !decided.ok });
          return decided.ok;
        }),
      );
      expect(outcomes).toHaveLength(TIMES);
    },
    LONG,
  );

  it(
    `R10 ${TIMES} times, a request is withdrawn while the mailed link is open: withdrawn or decided, and the page says which`,
    async () => {
      await Promise.all(
        Array.from({ length: TIMES }, async (_, index) => {
          const request = await aRequest();
          const { id, reader, person } = request;
          expect((await at(request))?.pending).not.toBeNull();
          const decide = () =>
            index % 2 === 0 ? approve(reader, { id, role: 'member' }) : reject(reader, { id, reason: 'x' });
          const [withdrawn, decided] = await Promise.all([withdraw(person, { id }), decide()]);
          expect([withdrawn.ok, decided.ok].filter(Boolean)).toHaveLength(1);
          const words = (await at(request))?.words;
          expect(words).toMatch(
            withdrawn.ok ? /^Asha Patel withdrew/ : /^(Approved as a member|Rejected) by Rita Reader/,
          );
          if (!decided.ok) expect(decided.refusal).toBe('was-withdrawn');
          const told = { userId: person.userId, kind: { in: ['request-approved', 'request-rejected'] } };
          expect(await db.mail.count({ where: told })).toBe(decided.ok ? 1 : 0);
        }),
      );
    },
    LONG,
  );

  it(
    `R12 ${TIMES} times, two admins demote each other while a third decides: one admin stays, one decision stands`,
    async () => {
      const kept = await Promise.all(
        Array.from({ length: TIMES }, async () => {
          const { code, id, reader, colleague, rows } = await aRequest();
          const [one, two, decided] = await Promise.all([
            demote(reader, { id: rows.colleague.id }),
            demote(colleague, { id: rows.reader.id }),
            approve(reader, { id, role: 'member' }),
          ]);
          expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1);
          const { state } = await db.membership.findUniqueOrThrow({ where: { id } });
          expect(state).toBe(decided.ok ? 'active' : 'pending');
          return db.membership.count({ where: { orgCode: code, role: 'admin' } });
        }),
      );
      expect(kept).toEqual(Array(TIMES).fill(1));
    },
    LONG,
  );
});
