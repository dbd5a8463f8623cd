import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { askAddressChange } from '@/lib/accounts/commands/change-address';
import { closeAccount, reopenAccount } from '@/lib/accounts/commands/close-account';
import { confirmByCode } from '@/lib/accounts/commands/confirm-address';
import { eraseAccount, eraseClosedAccounts } from '@/lib/accounts/commands/erase-account';
import { askExport, makeExport } from '@/lib/accounts/commands/export';
import { register } from '@/lib/accounts/commands/register';
import { signIn } from '@/lib/accounts/commands/sign-in';
import { findPerson } from '@/lib/accounts/queries/find-person';
import { findLeaving } from '@/lib/accounts/queries/leaving';
import { DAY, MINUTE } from '@/lib/accounts/rules/limits';
import type { HandOver } from '@/lib/accounts/schema/leaving';
import type { Person } from '@/lib/core/viewer';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { listMemberships } from '@/lib/memberships/queries/list-memberships';
import { db } from '@/lib/platform/db';
import { hashPassword } from '@/lib/platform/passwords';
import { testDatabase } from '../support/database';
import { anOrganisation, anonymous, aPerson, joined, later, stateOf, system, tuesday } from '../support/people';
import { letterTo } from './mailbox';

await testDatabase();

const password = 'purple tractor biscuit';
const passwordHash = await hashPassword(password);
type Signed = Person & { sessionToken: string };
let asha: Signed;

beforeEach(async () => {
  asha = await someone('Asha Patel');
});

async function someone(name?: string, more: { platformAdmin?: boolean } = {}): Promise<Signed> {
  const person = await aPerson({ name, ...more });
  await db().user.update({ where: { id: person.userId }, data: { passwordHash } });
  return person;
}

const close = (person: Signed, handOvers: Record<string, HandOver> = {}) =>
  closeAccount(person, { email: person.email, password, handOvers });
const enter = (email: string, now = tuesday) =>
  signIn(anonymous(now), {
    email,
    password,
    returnTo: null,
    client: { address: '198.51.100.9', userAgent: '' },
  });

describe('R63 closing an account', () => {
  test('R63 ends access at once: sessions and what was mailed', async () => {
    await askAddressChange(asha, { email: `new-${asha.email}`, client: '198.51.100.1' });
    expect((await close(asha)).ok).toBe(true);
    expect(await stateOf(asha)).toBe('closing');
    expect(await findPerson(asha.sessionToken, null, asha)).toBeNull();
    const open = await db().verificationToken.findMany({ where: { userId: asha.userId, supersededAt: null } });
    expect(open.map(({ purpose }) => purpose)).toEqual(['undo-deletion']);
  });

  test('R63 asks for the address, the password and a fresh sign-in; each refusal changes nothing', async () => {
    const wanted = { email: asha.email, password, handOvers: {} };
    expect(await closeAccount(asha, { ...wanted, email: 'other@elmgreen.nhs.uk' })).toMatchObject({
      refusal: 'other-address',
    });
    expect(await closeAccount(asha, { ...wanted, password: 'wrong' })).toMatchObject({ refusal: 'not-current' });
    expect(await closeAccount(later(asha, 16 * MINUTE), wanted)).toMatchObject({ refusal: 'not-fresh' });
    expect(await stateOf(asha)).toBe('active');
    expect((await closeAccount(asha, wanted)).ok).toBe(true);
  });

  test('R63 is taken back for seven days by the mailed link, pressed once or often, and nobody is signed in', async () => {
    const { code } = await anOrganisation();
    await joined(asha, code, 'member');
    await close(asha);
    const { token = '' } = (await letterTo(asha.email, 'account-closed')).props;
    expect(await reopenAccount(later(anonymous(), 7 * DAY), token)).toMatchObject({ refusal: 'link-expired' });
    const presses = await Promise.all(
      Array.from({ length: 20 }, () => reopenAccount(later(anonymous(), 7 * DAY - 1), token)),
    );
    expect(presses.every(({ ok }) => ok)).toBe(true);
    expect(await stateOf(asha)).toBe('active');
    expect(await db().session.count({ where: { userId: asha.userId } })).toBe(0);
    expect(await listMemberships(asha)).toMatchObject([{ code, standing: 'member' }]);
    expect(await db().audit.count({ where: { action: 'account.reopened', personId: asha.userId } })).toBe(1);
  });

  test('R63 is taken back through a sign-in with the right password, and with no other', async () => {
    await close(asha);
    const entered = await enter(asha.email, later(asha, DAY).now);
    expect(entered).toMatchObject({ ok: true, value: { kind: 'closing' } });
    if (!entered.ok || entered.value.kind !== 'closing') return;
    const mailed = (await letterTo(asha.email, 'account-closed')).props.token ?? '';
    expect((await reopenAccount(later(anonymous(), DAY), entered.value.token)).ok).toBe(true);
    expect((await reopenAccount(later(anonymous(), DAY), mailed)).ok).toBe(true);
    expect(await enter(asha.email, later(asha, DAY).now)).toMatchObject({ ok: true, value: { kind: 'session' } });
  });

  test('requests that wait are withdrawn', async () => {
    const { code } = await anOrganisation();
    await requestToJoin(asha, { code, claim: 'partner', claimOther: '', message: '' });
    expect((await findLeaving(asha)).requests).toMatchObject([{ code }]);
    await close(asha);
    expect(await listMemberships(asha)).toMatchObject([{ code, standing: 'withdrawn' }]);
  });

  test('the last platform administrator stays; one of two may go, and of two at once one stays', async () => {
    await db().user.updateMany({ data: { platformAdminSince: null } });
    const [a, b] = [await someone('Ada', { platformAdmin: true }), await someone('Bo', { platformAdmin: true })];
    const answers = await Promise.all([close(a), close(b)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: 'last-platform-administrator' });
    await db().user.updateMany({ data: { platformAdminSince: null } });
  });
});

describe('R12 the last administrator', () => {
  test('R12 cannot close the account without saying who decides next', async () => {
    const { code, displayName } = await anOrganisation();
    await joined(asha, code, 'admin');
    const colleague = await aPerson();
    const theirs = await joined(colleague, code, 'member');
    const stranger = await joined(await aPerson(), (await anOrganisation()).code, 'member');
    expect((await findLeaving(asha)).onlyAdminOf).toMatchObject([{ code, members: [{ membershipId: theirs.id }] }]);
    expect(await close(asha)).toMatchObject({ refusal: 'last-administrator', facts: { organisation: displayName } });
    expect(await close(asha, { [code]: stranger.id })).toMatchObject({ refusal: 'hand-over-gone' });
    expect(await stateOf(asha)).toBe('active');
    expect((await close(asha, { [code]: theirs.id })).ok).toBe(true);
    expect(await db().membership.findUnique({ where: { id: theirs.id } })).toMatchObject({ role: 'admin' });
    expect((await letterTo(colleague.email, 'role-changed')).props.role).toBe('admin');
  });

  test('R12 can leave it to the platform team knowingly', async () => {
    const { code } = await anOrganisation();
    await joined(asha, code, 'admin');
    expect((await close(asha, { [code]: 'platform' })).ok).toBe(true);
    expect(await db().audit.count({ where: { action: 'organisation.left-without-admin', orgCode: code } })).toBe(1);
  });

  test('R12 two admins who close their accounts at the same moment: one of them is refused, fifty times over', async () => {
    for (let round = 0; round < 50; round++) {
      const { code } = await anOrganisation();
      const [a, b] = [await someone(), await someone()];
      await joined(a, code, 'admin');
      await joined(b, code, 'admin');
      const answers = await Promise.all([close(a), close(b)]);
      expect(answers.map(answer => (answer.ok ? 'done' : answer.refusal)).sort()).toEqual([
        'done',
        'last-administrator',
      ]);
    }
  }, 120_000);
});

describe('R63 erasure', () => {
  /** Everything a person can leave behind. */
  async function traces() {
    const name = `Quirin Unmistakable${Math.random().toString(36).slice(2, 7)}`;
    const person = await someone(name);
    const { code } = await anOrganisation();
    const colleague = await someone('Colleague');
    await joined(colleague, code, 'admin');
    const admin = await joined(person, code, 'admin');
    await requestToJoin(person, {
      code: (await anOrganisation()).code,
      claim: 'other',
      claimOther: name,
      message: `I am ${name}`,
    });
    await db().membership.update({ where: { id: admin.id }, data: { claim: name, message: name } });
    await db().membershipEvent.create({
      data: {
        membershipId: admin.id,
        at: tuesday,
        operation: 'approve',
        actorAs: 'platform',
        message: `From ${person.email}`,
        reason: name,
        evidence: { domain: person.email },
        authoriser: { name },
      },
    });
    const preset = { tool: 'practice-overview', toolVersion: 1, settings: {}, vintage: {}, ownerId: person.userId };
    await db().preset.create({ data: { ...preset, requestId: crypto.randomUUID(), name: `Mine, ${name}` } });
    const shared = await db().preset.create({
      data: { ...preset, requestId: crypto.randomUUID(), name: 'Kept by the surgery', orgCode: code },
    });
    const exported = await askExport(person);
    if (exported.ok) await makeExport(system(), exported.value.id);
    await askAddressChange(person, { email: `x-${person.email}`, client: '198.51.100.2' });
    await db().notice.create({ data: { sessionId: person.sessionId, kind: 'success', data: { text: name } } });
    await db().passkey.create({
      data: {
        userId: person.userId,
        name,
        credentialId: name,
        publicKey: new Uint8Array(1),
        transports: [],
        createdAt: tuesday,
      },
    });
    await db().knownDevice.create({
      data: { userId: person.userId, device: name, network: '', createdAt: tuesday, lastSeenAt: tuesday },
    });
    await db().factorRemoval.create({
      data: { userId: person.userId, evidence: name, askedAt: tuesday, due: tuesday, doneAt: tuesday },
    });
    return { person, name, code, shared };
  }

  /** Each table of the database as text, and each file of the store. */
  async function everything() {
    const tables = await db().$queryRaw<{ name: string }[]>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in ('public', 'limits', 'pgboss') and table_type = 'BASE TABLE'`;
    const found: Record<string, string> = {};
    for (const { name } of tables) {
      found[name] = JSON.stringify(await db().$queryRawUnsafe(`select t::text as row from ${name} t`));
    }
    const store = path.join(process.env.DATA_DIR ?? '', 'files');
    for (const file of await readdir(store, { recursive: true }).catch(() => [])) {
      found[file] = await readFile(path.join(store, file), 'latin1').catch(() => '');
    }
    return found;
  }

  const naming = async (words: string[]) =>
    Object.entries(await everything()).flatMap(([where, content]) =>
      words.some(word => content.includes(word)) ? [where] : [],
    );

  test('R63 leaves no row and no file that names the person; the audit keeps a pseudonym', async () => {
    const { person, name, code, shared } = await traces();
    const words = [name, person.email];
    const before = await naming(words);
    expect(before).toEqual(
      expect.arrayContaining(['public.users', 'public.memberships', 'public.membership_events', 'public.presets']),
    );
    expect(Object.keys(await everything()).filter(file => file.startsWith('exports/')).length).toBeGreaterThan(0);

    expect((await close(person, { [code]: 'platform' })).ok).toBe(true);
    expect(await eraseAccount(system(later(person, 7 * DAY - 1).now), person.userId)).toBe(false);
    const due = system(later(person, 7 * DAY).now);
    const runs = await Promise.all(Array.from({ length: 5 }, () => eraseAccount(due, person.userId)));
    expect(runs.filter(Boolean)).toHaveLength(1);

    expect(await naming(words)).toEqual([]);
    expect(await db().export.count({ where: { userId: person.userId } })).toBe(0);
    expect(await db().user.findUnique({ where: { id: person.userId } })).toMatchObject({
      name: 'Former member',
      email: null,
      state: 'closed',
    });
    expect(await db().preset.findUnique({ where: { id: shared.id } })).toMatchObject({ ownerId: null, orgCode: code });
    expect(await db().audit.count({ where: { action: 'account.erased', personId: person.userId } })).toBe(1);
    expect(await db().membership.findMany({ where: { userId: person.userId, state: 'active' } })).toEqual([]);
  });

  test('R63 the address can register anew and sees nothing of before', async () => {
    const { person } = await traces();
    await close(person, {});
    await eraseClosedAccounts(system(later(person, 7 * DAY).now));
    expect(await stateOf(person)).toBe('closed');
    const after = later(anonymous(), 8 * DAY);
    const begun = await register(after, {
      name: 'Somebody New',
      email: person.email,
      password,
      returnTo: null,
      client: '198.51.100.3',
    });
    const { code = '' } = (await letterTo(person.email, 'confirm-address')).props;
    expect((await confirmByCode(after, { code, registration: begun.ok ? begun.value : null })).ok).toBe(true);
    const anew = await db().user.findUniqueOrThrow({ where: { email: person.email } });
    expect(anew.id).not.toBe(person.userId);
    expect(await listMemberships({ ...person, userId: anew.id })).toEqual([]);
    expect(await findLeaving({ ...person, userId: anew.id })).toMatchObject({ ownPresets: 0, organisations: [] });
  });

  test('R63 the nightly run finds what a lost job left, twice as well as once', async () => {
    await close(asha);
    const night = system(later(asha, 7 * DAY).now);
    expect(await eraseClosedAccounts(night)).toBeGreaterThan(0);
    expect(await eraseClosedAccounts(night)).toBe(0);
    expect(await stateOf(asha)).toBe('closed');
  });

  test('an account that is taken back is not erased by its job', async () => {
    await close(asha);
    const { token = '' } = (await letterTo(asha.email, 'account-closed')).props;
    await reopenAccount(anonymous(), token);
    expect(await eraseAccount(system(later(asha, 8 * DAY).now), asha.userId)).toBe(false);
    expect(await stateOf(asha)).toBe('active');
  });
});
