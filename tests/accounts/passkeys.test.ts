import { describe, expect, test } from 'vitest';
import { confirmIdentity } from '@/lib/accounts/commands/confirm-identity';
import { signInByPasskey } from '@/lib/accounts/commands/passkey-sign-in';
import {
  addPasskey,
  askPasskeyToConfirm,
  askPasskeyToSignIn,
  removePasskey,
  renamePasskey,
  startPasskey,
} from '@/lib/accounts/commands/passkeys';
import { askPasskeyOfSecondStep, finishSignIn } from '@/lib/accounts/commands/second-step';
import { findFactors, findPasskey } from '@/lib/accounts/queries/factors';
import { PASSKEY_TIME } from '@/lib/accounts/rules/factors';
import { MINUTE } from '@/lib/accounts/rules/limits';
import { db } from '@/lib/platform/db';
import { testDatabase } from '../support/database';
import { anonymous, later } from '../support/people';
import { aSoftwareAuthenticator } from '../support/software-authenticator';
import { pendingOf } from './factors';
import { letterTo } from './mailbox';
import { aMember, type Member, who } from './member';

await testDatabase();

type Key = ReturnType<typeof aSoftwareAuthenticator>;

async function toMake(member: Member): Promise<string> {
  const started = await startPasskey(member);
  if (!started.ok) throw new Error(started.refusal);
  return started.value.challenge;
}

async function toSignIn(member: Member): Promise<string> {
  const asked = await askPasskeyToSignIn(anonymous(), member.client);
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.value.challenge;
}

async function withPasskey(): Promise<Member & { key: Key; passkeyId: string }> {
  const [member, key] = [await aMember(), aSoftwareAuthenticator()];
  const added = await addPasskey(member, { answer: key.create(await toMake(member)), name: 'Laptop' });
  if (!added.ok) throw new Error(added.refusal);
  const row = await db().passkey.findFirstOrThrow({ where: { userId: member.userId } });
  return { ...member, key, passkeyId: row.id };
}

const signIn = (member: Member, answer: string) => signInByPasskey(anonymous(), { answer, client: member.client });
const refused = { ok: false, refusal: 'passkey-refused' };

describe('making a passkey', () => {
  test('it is listed under its name, its owner is told, and the first one brings recovery codes', async () => {
    const member = await withPasskey();
    expect(await findFactors(member)).toMatchObject({ passkeys: [{ name: 'Laptop' }], recoveryCodes: { left: 10 } });
    expect(await letterTo(member.email, 'factor-changed')).toMatchObject({ props: { what: 'passkey-added' } });
    const { passkeyId: id } = member;
    expect((await renamePasskey(member, { id, name: 'Old laptop' })).ok).toBe(true);
    expect(await findPasskey(member, id)).toMatchObject({ name: 'Old laptop' });
    expect((await removePasskey(member, id)).ok).toBe(true);
    expect(await findFactors(member)).toMatchObject({ passkeys: [], recoveryCodes: null });
  });

  test('R20 its challenge works once, for five minutes, for the session that asked', async () => {
    const [member, other] = [await aMember(), await aMember()];
    const name = 'Laptop';
    const stolen = aSoftwareAuthenticator().create(await toMake(member));
    expect(await addPasskey(other, { answer: stolen, name })).toMatchObject(refused);
    expect(await addPasskey(member, { answer: stolen, name })).toMatchObject(refused);
    const slow = aSoftwareAuthenticator().create(await toMake(member));
    expect(await addPasskey(later(member, PASSKEY_TIME), { answer: slow, name })).toMatchObject(refused);
    const answer = aSoftwareAuthenticator().create(await toMake(member));
    const tries = await Promise.all(Array.from({ length: 10 }, () => addPasskey(member, { answer, name })));
    expect(tries.filter(tried => tried.ok)).toHaveLength(1);
  });

  test('an answer of another site, or no answer at all, is refused', async () => {
    const member = await aMember();
    const elsewhere = [
      aSoftwareAuthenticator({ origin: 'https://localhost.evil.example' }),
      aSoftwareAuthenticator({ rpId: 'evil.example' }),
    ];
    for (const key of elsewhere) {
      const answer = key.create(await toMake(member));
      expect(await addPasskey(member, { answer, name: 'Laptop' })).toMatchObject(refused);
    }
    for (const answer of ['', 'null', '{}', '{"id":"x","rawId":"x","type":"public-key","response":{}}']) {
      expect(await addPasskey(member, { answer, name: 'Laptop' })).toMatchObject(refused);
    }
    expect(await db().passkey.count({ where: { userId: member.userId } })).toBe(0);
  });

  test('R03 R42 nobody changes another’s passkey, nor their own without a fresh proof', async () => {
    const [member, other] = [await withPasskey(), await withPasskey()];
    const { passkeyId: id } = member;
    expect(await removePasskey(other, id)).toMatchObject({ refusal: 'no-passkey' });
    expect(await renamePasskey(other, { id, name: 'Mine' })).toMatchObject({ refusal: 'no-passkey' });
    expect(await findPasskey(other, id)).toBeNull();
    const stale = later(member, 15 * MINUTE);
    expect(await startPasskey(stale)).toMatchObject({ refusal: 'not-fresh' });
    expect(await removePasskey(stale, id)).toMatchObject({ refusal: 'not-fresh' });
    expect(await findPasskey(member, id)).toMatchObject({ name: 'Laptop' });
  });
});

describe('signing in by passkey', () => {
  test('R38 it begins a session; the same answer begins no second one', async () => {
    const member = await withPasskey();
    const answer = member.key.get(await toSignIn(member));
    const tries = await Promise.all(Array.from({ length: 10 }, () => signIn(member, answer)));
    const [entered, ...more] = tries.filter(tried => tried.ok);
    expect(more).toEqual([]);
    const person = entered?.ok && (await who(entered.value.sessionToken, member.now));
    expect(person).toMatchObject({ userId: member.userId });
  });

  test('a challenge of our own making, an unknown key, and an owner who was not recognised are refused', async () => {
    const member = await withPasskey();
    const before = await db().session.count();
    expect(
      await signIn(member, member.key.get(Buffer.from('a challenge of nobody').toString('base64url'))),
    ).toMatchObject(refused);
    expect(await signIn(member, aSoftwareAuthenticator().get(await toSignIn(member)))).toMatchObject(refused);
    expect(await signIn(member, member.key.get(await toSignIn(member), { known: false }))).toMatchObject(refused);
    expect(await db().session.count()).toBe(before);
    expect((await signIn(member, member.key.get(await toSignIn(member)))).ok).toBe(true);
  });

  test('an answer made before the last one that counted is refused: the key was copied', async () => {
    const member = await withPasskey();
    const older = member.key.get(await toSignIn(member));
    expect((await signIn(member, member.key.get(await toSignIn(member)))).ok).toBe(true);
    expect(await signIn(member, older)).toMatchObject(refused);
  });

  test('R39 a disabled account stays closed', async () => {
    const member = await withPasskey();
    await db().user.update({ where: { id: member.userId }, data: { state: 'disabled' } });
    expect(await signIn(member, member.key.get(await toSignIn(member)))).toMatchObject({ refusal: 'suspended' });
  });

  test('R35 after the password it is the second step; a challenge for one purpose is nothing for another', async () => {
    const [member, other] = [await withPasskey(), await withPasskey()];
    const pending = await pendingOf(member);
    const finish = (answer: string) =>
      finishSignIn(anonymous(), { pending, proof: { kind: 'passkey', answer }, client: member.client });
    const toFinish = async () => (await askPasskeyOfSecondStep(anonymous(), pending))?.challenge ?? '';
    expect(await finish(member.key.get(await toSignIn(member)))).toMatchObject(refused);
    expect(await finish(other.key.get(await toFinish()))).toMatchObject(refused);
    expect(await signIn(member, member.key.get(await toFinish()))).toMatchObject(refused);
    expect((await finish(member.key.get(await toFinish()))).ok).toBe(true);
    expect(await askPasskeyOfSecondStep(anonymous(), pending)).toBeNull();
  });

  test('R42 it confirms who is there; another person’s passkey does not', async () => {
    const [member, other] = [await withPasskey(), await withPasskey()];
    const confirm = async (key: Key) =>
      confirmIdentity(member, {
        kind: 'passkey',
        answer: key.get((await askPasskeyToConfirm(member))?.challenge ?? ''),
      });
    expect(await confirm(other.key)).toMatchObject(refused);
    expect((await confirm(member.key)).ok).toBe(true);
  });
});
