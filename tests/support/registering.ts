import { beforeEach } from 'vitest';
import { register } from '@/lib/accounts/commands/register';
import { MINUTE } from '@/lib/accounts/rules/limits';
import type { Anonymous } from '@/lib/core/viewer';
import { db } from '@/lib/platform/db';
import { anonymous, later } from './people';

export const client = '203.0.113.7';
export const password = 'purple tractor biscuit';
/** Whoever registers: each test has an hour and addresses of its own. */
export let nobody: Anonymous;
let count = 0;

beforeEach(() => {
  nobody = later(anonymous(), count++ * 3 * 60 * MINUTE);
});

export const fresh = () => `new-${count}-${Math.random().toString(36).slice(2, 8)}@elmgreen.nhs.uk`;

/** Sends the form that creates an account, and answers the token of the registration. */
export async function begin(email: string, more: Partial<Parameters<typeof register>[1]> = {}, viewer = nobody) {
  const result = await register(viewer, { name: 'Asha Patel', email, password, returnTo: null, client, ...more });
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

export const owner = (email: string) => db().user.findUnique({ where: { email } });
export const sessions = () => db().session.count();
