import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { becomeFirstAdministrator, grantPlatformAdmin } from '@/lib/accounts/commands/platform-admin';
import { isSetUpOpen } from '@/lib/accounts/queries/details';
import { db } from '@/lib/platform/db';
import { testDatabase } from '../support/database';
import { anonymous, system, tuesday } from '../support/people';
import { aMember, who } from './member';

await testDatabase();

describe('the first platform administrator', () => {
  const code = 'a-code-of-the-server';
  const value = { digest: createHash('sha256').update(code).digest('base64url'), createdAt: tuesday.toISOString() };

  test('R11 of twenty people with the link at once exactly one becomes administrator; then it is over', async () => {
    await db().setting.create({ data: { key: 'setup-code', value } });
    const people = await Promise.all(Array.from({ length: 20 }, () => aMember()));
    expect(await isSetUpOpen(anonymous())).toBe(true);
    expect(await becomeFirstAdministrator(people[0] ?? (await aMember()), 'a wrong code')).toMatchObject({
      refusal: 'setup-code',
    });
    const tries = await Promise.all(people.map(person => becomeFirstAdministrator(person, code)));
    expect(tries.filter(tried => tried.ok)).toHaveLength(1);
    expect(tries.filter(tried => !tried.ok && tried.refusal === 'setup-over')).toHaveLength(19);
    expect(await db().user.count({ where: { platformAdminSince: { not: null } } })).toBe(1);
    expect(await db().audit.count({ where: { action: 'platform-admin.granted' } })).toBe(1);
    expect(await isSetUpOpen(anonymous())).toBe(false);
  });

  test('the server’s command grants it to a confirmed account, once', async () => {
    const [member, unconfirmed] = [await aMember(), await aMember({ unverified: true })];
    expect(await grantPlatformAdmin(system(), { email: 'nobody@elmgreen.nhs.uk' })).toMatchObject({
      refusal: 'no-account',
    });
    expect(await grantPlatformAdmin(system(), { email: unconfirmed.email })).toMatchObject({
      refusal: 'not-confirmed',
    });
    expect(await grantPlatformAdmin(system(), { email: member.email })).toEqual({
      ok: true,
      value: { name: member.name },
    });
    expect(await grantPlatformAdmin(system(), { email: member.email })).toMatchObject({ refusal: 'is-already' });
    expect(await who(member.sessionToken, tuesday)).toMatchObject({ platformAdmin: true });
  });
});
