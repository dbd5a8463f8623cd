import { signIn } from '@/lib/accounts/commands/sign-in';
import { findPerson } from '@/lib/accounts/queries/find-person';
import type { Viewer } from '@/lib/core/viewer';
import { db } from '@/lib/platform/db';
import { hashPassword } from '@/lib/platform/passwords';
import { anonymous, aPerson } from '../support/people';

export const password = 'purple tractor biscuit';
export const passwordHash = await hashPassword(password);
const edge = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0 Safari/537.36 Edg/150.0';
let last = 0;

/** Somebody who can sign in, from an address of their own. */
export async function aMember(wishes: Parameters<typeof aPerson>[0] = {}) {
  const person = await aPerson(wishes);
  await db().user.update({ where: { id: person.userId }, data: { passwordHash } });
  return { ...person, client: { address: `203.0.113.${last++ % 250}`, userAgent: edge } };
}

export type Member = Awaited<ReturnType<typeof aMember>>;

export const enter = (
  member: Pick<Member, 'email' | 'client'>,
  more: { password?: string; remember?: 'on' } = {},
  viewer: Viewer = anonymous(),
) => signIn(viewer, { email: member.email, password, returnTo: null, client: member.client, ...more });

export async function session(member: Member, more: { remember?: 'on' } = {}, viewer: Viewer = anonymous()) {
  const entered = await enter(member, more, viewer);
  if (!entered.ok || entered.value.kind !== 'session') throw new Error('not signed in');
  return entered.value;
}

export const who = (token: string, now: Date) => findPerson(token, null, { now, requestId: 'test' });
