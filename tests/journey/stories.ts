import { approve } from '@/lib/memberships/commands/approve';
import { askForMore } from '@/lib/memberships/commands/correspond';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { withdraw } from '@/lib/memberships/commands/withdraw';
import { db } from '@/lib/platform/db';
import { aPerson, joined, later } from '../support/people';
import { aRegisteredPractice } from '../support/register';

const HOUR = 3_600_000;

type Somebody = Awaited<ReturnType<typeof aPerson>>;

/** One person, and a request of theirs for everything that can become of one. */
export async function aLifeOfRequests(person: Somebody) {
  // Some hours ago, one thing after the other.
  const then = later(person, -5 * HOUR);
  const asked = async () => {
    const practice = await aRegisteredPractice();
    const admin = later(await aPerson({ now: then.now, name: 'Ada Admin' }), HOUR);
    await joined(admin, practice.code, 'admin');
    const wish = { code: practice.code, claim: 'partner', claimOther: '', message: 'I started in May.' } as const;
    const request = await requestToJoin(then, wish);
    if (!request.ok) throw new Error(request.refusal);
    return { id: request.value.id, admin, named: practice.named };
  };
  const [questioned, accepted, withdrawn, expired] = [await asked(), await asked(), await asked(), await asked()];
  await askForMore(questioned.admin, { id: questioned.id, question: 'Who is your line manager here?' });
  await approve(accepted.admin, { id: accepted.id, role: 'member' });
  await withdraw(later(then, HOUR), { id: withdrawn.id });
  await db().membership.update({ where: { id: expired.id }, data: { state: 'expired' } });
  return { questioned, approved: accepted, withdrawn, expired };
}

/** A practice that has closed, with its admin: one practice took it over. */
export async function aClosedPractice(admin: Somebody) {
  const [practice, heir] = [await aRegisteredPractice(), await aRegisteredPractice()];
  await joined(admin, practice.code, 'admin');
  const closed = { status: 'closed', linkable: false, closedOn: new Date('2026-09-30') } as const;
  await db().organisation.update({ where: { code: practice.code }, data: { ...closed, successorCodes: [heir.code] } });
  return practice;
}
