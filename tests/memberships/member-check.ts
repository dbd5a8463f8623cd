import type { Machine, Person } from '@/lib/core/viewer';
import { runMemberChecks } from '@/lib/memberships/commands/run-member-checks';
import { db } from '@/lib/platform/db';
import { anOrganisation, aPerson, guarded, joined } from '../support/people';

// What the tests of the yearly check begin with.
export const clockAt = (text: string): Machine => ({ kind: 'clock', now: new Date(text), requestId: 'test' });
export const at = <P extends Person>(person: P, text: string): P => ({
  ...person,
  now: new Date(text),
  provedAt: new Date(text),
});
export const authoriser = { name: 'Dr Example', position: 'GP partner', checked: 'Called the practice' };

// Let in on a Tuesday; a year later is a Wednesday. Ten working days on, ten more, over Christmas and New Year.
export const joinedOn = '2025-12-09T10:00:00Z';
export const opens = '2026-12-09T10:00:00Z';
export const reminds = '2026-12-23T10:00:00Z';
export const lapses = '2027-01-11T10:00:00Z';

export async function aPractice({ admins = 1, members = 2 } = {}) {
  const { code } = await anOrganisation();
  const now = new Date(joinedOn);
  const someone = async (role: 'admin' | 'member') => {
    const person = await aPerson({ now });
    await guarded(person);
    return { ...person, row: (await joined(person, code, role)).id };
  };
  const crew = {
    admins: await Promise.all(Array.from({ length: admins }, () => someone('admin'))),
    members: await Promise.all(Array.from({ length: members }, () => someone('member'))),
  };
  const mails = async (userId: string) =>
    (await db().mail.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } })).map(
      ({ eventKey }) => eventKey.split(':')[0],
    );
  const state = async (id: string) => {
    const { state, role } = await db().membership.findUniqueOrThrow({ where: { id } });
    return role ?? state;
  };
  const check = () => db().memberCheck.findFirst({ where: { orgCode: code }, orderBy: { openedAt: 'desc' } });
  const [admin] = crew.admins;
  if (!admin) throw new Error('an admin was made');
  return { code, admin, ...crew, mails, state, check };
}

/** However often and in however many processes: five at once, then twice more. */
export async function run(text: string) {
  await Promise.all(Array.from({ length: 5 }, () => runMemberChecks(clockAt(text))));
  await runMemberChecks(clockAt(text));
  return runMemberChecks(clockAt(text));
}
/** Every check is its own test's: the ones before it have ended, and nobody else is due. */
export async function nothingDue() {
  await db().memberCheck.updateMany({ where: { endedAt: null }, data: { endedAt: new Date('2026-01-01') } });
  await db().membership.updateMany({ data: { attestedAt: new Date('2029-01-01') } });
}
