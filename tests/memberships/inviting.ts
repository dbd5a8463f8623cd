import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { done } from '@/lib/core/result';
import { bindInvitations } from '@/lib/memberships/commands/bind-invitations';
import { invite } from '@/lib/memberships/commands/invite';
import { change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { unseal } from '@/lib/platform/seal';
import { anOrganisation, aPerson, joined } from '../support/people';

// What the tests of invitations begin with.
export const DAY = 86_400_000;
export const fresh = () => `invited-${randomUUID().slice(0, 8)}@example.org`;

export async function aPractice() {
  const { code } = await anOrganisation();
  const [admin, second, member] = [await aPerson({ name: 'Anna Admin' }), await aPerson(), await aPerson()];
  const rows = {
    admin: await joined(admin, code, 'admin'),
    second: await joined(second, code, 'admin'),
    member: await joined(member, code, 'member'),
  };
  return { code, admin, second, member, rows };
}
export type Practice = Awaited<ReturnType<typeof aPractice>>;

export const send = (
  { code, admin }: Pick<Practice, 'code' | 'admin'>,
  address: string,
  role: 'member' | 'admin' = 'member',
) => invite(admin, { code, role, addresses: [address] });
export const row = (orgCode: string, address: string) =>
  db().invitation.findUnique({ where: { orgCode_address: { orgCode, address } } });
export const own = (person: { userId: string }, orgCode: string) =>
  db().membership.findUnique({
    where: { userId_orgCode: { userId: person.userId, orgCode } },
    include: { events: { orderBy: { position: 'asc' } } },
  });
export async function tokenOf(address: string): Promise<string> {
  const mails = await db().mail.findMany({ where: { kind: 'invitation' }, orderBy: { createdAt: 'desc' } });
  const letters = mails.map(({ sealed }) => sealed && (unseal(sealed) as { to: string; props: { token: string } }));
  return letters.find(letter => letter?.to === address)?.props.token ?? 'none';
}
/** Invited, with an account: the person and the membership that waits. */
export async function anInvited(role: 'member' | 'admin' = 'member') {
  const practice = await aPractice();
  const person = await aPerson();
  expect(await send(practice, person.email, role)).toMatchObject({ ok: true });
  const id = (await own(person, practice.code))?.id ?? '';
  return { ...practice, person, id };
}
/** Somebody new proves that the address is theirs. */
export async function confirms(address: string) {
  const person = await aPerson({ email: address });
  await change(person, async work => done(await bindInvitations(work, { userId: person.userId, address })));
  return person;
}
