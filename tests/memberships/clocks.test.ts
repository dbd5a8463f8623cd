import { describe, expect, it } from 'vitest';
import type { Machine } from '@/lib/core/viewer';
import { approve } from '@/lib/memberships/commands/approve';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { runClocks } from '@/lib/memberships/commands/run-clocks';
import { withdraw } from '@/lib/memberships/commands/withdraw';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined } from '../support/people';
import { asks } from './asking';

const { db } = await testDatabase();
const clockAt = (text: string): Machine => ({ kind: 'clock', now: new Date(text), requestId: 'test' });
const asked = new Date('2026-11-24T10:00:00Z');

async function aWaitingRequest({ ownerless = false } = {}) {
  const { code } = await anOrganisation();
  const admin = await aPerson({ now: asked });
  if (!ownerless) await joined(admin, code, 'admin');
  const { id, person } = await asks(code, await aPerson({ now: asked }));
  const mails = async (userId: string) => {
    const rows = await db.mail.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
    return rows.map(mail => mail.eventKey.split(':')[0]);
  };
  const events = async () => {
    const rows = await db.membershipEvent.findMany({
      where: { membershipId: id },
      orderBy: { position: 'asc' },
    });
    return rows.map(event => event.operation);
  };
  return { id, code, admin, person, mails, events };
}

describe('R15 a request does not wait for ever', () => {
  it('R15 is reminded after 3 working days, escalated after 5 and expired after 30 days, each once', async () => {
    const platform = await aPerson({ platformAdmin: true, now: asked });
    const { id, admin, person, mails, events } = await aWaitingRequest();
    await runClocks(clockAt('2026-11-27T09:59:00Z'));
    expect(await events()).toEqual(['request']);

    // Five at once, then once more: however often it runs, it happens once.
    for (const moment of ['2026-11-27T10:00:00Z', '2026-12-01T10:00:00Z', '2026-12-24T10:00:00Z']) {
      await Promise.all(Array.from({ length: 5 }, () => runClocks(clockAt(moment))));
      await runClocks(clockAt(moment));
    }
    expect(await events()).toEqual(['request', 'remind', 'escalate', 'expire']);
    expect(await mails(admin.userId)).toEqual(['request-new', 'request-reminder']);
    expect(await mails(platform.userId)).toEqual(['request-late']);
    expect(await mails(person.userId)).toEqual(['request-late', 'request-expired']);
    expect(await db.membership.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'expired', role: null });
    expect(await db.audit.count({ where: { subject: id } })).toBe(4);
    // Asking again starts all clocks anew.
    const again = await requestToJoin(
      { ...person, now: new Date('2026-12-29T10:00:00Z') },
      {
        code: (await db.membership.findUniqueOrThrow({ where: { id } })).orgCode,
        claim: 'partner',
        claimOther: '',
        message: '',
      },
    );
    expect(again).toMatchObject({ ok: true, value: { id } });
    await runClocks(clockAt('2026-12-29T12:00:00Z'));
    expect((await events()).at(-1)).toBe('request');
    await db.user.update({ where: { id: platform.userId }, data: { platformAdminSince: null } });
  });

  it('R15 what was decided or withdrawn in time is left alone', async () => {
    const decided = await aWaitingRequest();
    const withdrawn = await aWaitingRequest();
    await approve(decided.admin, { id: decided.id, role: 'member' });
    await withdraw(withdrawn.person, { id: withdrawn.id });
    await runClocks(clockAt('2026-12-24T10:00:00Z'));
    expect(await decided.events()).toEqual(['request', 'approve']);
    expect(await withdrawn.events()).toEqual(['request', 'withdraw']);
  });

  it('R16 a request to an organisation without an admin is with the platform team from the first day', async () => {
    const platform = await aPerson({ platformAdmin: true, now: asked });
    const { mails, person } = await aWaitingRequest({ ownerless: true });
    expect(await mails(platform.userId)).toEqual(['request-new']);
    await runClocks(clockAt('2026-11-27T10:00:00Z'));
    await runClocks(clockAt('2026-12-01T10:00:00Z'));
    expect(await mails(platform.userId)).toEqual(['request-new', 'request-reminder']);
    expect(await mails(person.userId)).toEqual(['request-late']);
  });
});
