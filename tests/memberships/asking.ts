import type { Person } from '@/lib/core/viewer';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { db } from '@/lib/platform/db';
import { aPerson } from '../support/people';

// What most tests of requests begin with, and what they ask in the end.
export const wish = (code: string, message = '') => ({ code, claim: 'partner', claimOther: '', message }) as const;

/** Somebody asks to join, and the request waits for its decision. */
export async function asks<P extends Person>(
  code: string,
  person: P,
  message = '',
): Promise<{ id: string; person: P }> {
  const asked = await requestToJoin(person, wish(code, message));
  if (!asked.ok) throw new Error(asked.refusal);
  return { id: asked.value.id, person };
}

/** The same for a browser, where the time is now. */
export const asksNow = async (code: string, name: string) =>
  asks(code, await aPerson({ now: new Date(), name }), 'I am new.');

/** Where somebody stands in an organisation: their role, or the state of what is none. */
export async function standing(id: string): Promise<string> {
  const { state, role } = await db().membership.findUniqueOrThrow({ where: { id } });
  return role ?? state;
}
