import { describe, expect, it } from 'vitest';
import { renderMail } from '@/emails/catalogue';
import { promote } from '@/lib/memberships/commands/change-role';
import { resign } from '@/lib/memberships/commands/hand-over';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { findAdoption } from '@/lib/memberships/queries/find-ownerless';
import { countOwnerless, listOwnerless } from '@/lib/memberships/queries/list-ownerless';
import { listQueue } from '@/lib/memberships/queries/list-queue';
import { ownerlessFilters } from '@/lib/memberships/schema/ownerless';
import { queueFilters } from '@/lib/memberships/schema/queue';
import { unseal } from '@/lib/platform/seal';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined, later } from '../support/people';
import { countStatements } from '../support/statements';

const { db } = await testDatabase();

const all = ownerlessFilters.parse({});
const authoriser = { name: 'Dr Example', position: 'GP partner', checked: 'Called the practice' };
const site = { url: 'https://tools.example', name: 'Haresign', operator: 'Test', contact: '' };

async function anOrphanage(name?: string) {
  const { code } = await anOrganisation({ name });
  const [admin, member] = [await aPerson(), await aPerson({ name: 'Mary Member' })];
  const [own, other] = [await joined(admin, code, 'admin'), await joined(member, code, 'member')];
  expect(await resign(later(admin, 1000), { id: own.id })).toMatchObject({ ok: true });
  return { code, admin, member, other: other.id };
}

const codesFor = async (viewer: Parameters<typeof listOwnerless>[0], q = '') =>
  (await listOwnerless(viewer, { ...all, q }))?.rows.map(({ code }) => code);

describe('R16 organisations without an admin', () => {
  it('lists those with members whose last admin left, is disabled or closes the account, and no others', async () => {
    const platform = await aPerson({ platformAdmin: true });
    const left = await anOrphanage();
    const disabled = await anOrganisation();
    const gone = await aPerson();
    await joined(gone, disabled.code, 'admin');
    const [owned, closed, empty] = [
      await anOrganisation(),
      await anOrganisation({ status: 'closed' }),
      await anOrganisation(),
    ];
    await joined(await aPerson(), owned.code, 'admin');
    await joined(await aPerson(), closed.code, 'member');
    expect(await codesFor(platform)).toEqual(expect.arrayContaining([left.code]));
    expect(await codesFor(platform)).not.toContain(disabled.code);
    await db.user.update({ where: { id: gone.userId }, data: { state: 'disabled' } });
    const codes = await codesFor(platform);
    expect(codes).toContain(disabled.code);
    for (const { code } of [owned, closed, empty]) expect(codes).not.toContain(code);
    const row = (await listOwnerless(platform, { ...all, q: left.code }))?.rows[0];
    expect(row).toMatchObject({ members: 1, waiting: 0, since: new Date(left.admin.now.getTime() + 1000) });
    expect(await countOwnerless(platform)).toBe(codes?.length);
  });

  it('R01 R03 R07 to everybody but the platform team there is no such list, and no member of one that has an admin is shown', async () => {
    const platform = await aPerson({ platformAdmin: true });
    const { code, member } = await anOrphanage();
    for (const viewer of [member, await aPerson()]) {
      expect(await listOwnerless(viewer, all)).toBeNull();
      expect(await countOwnerless(viewer)).toBeNull();
      expect(await findAdoption(viewer, code)).toBeNull();
    }
    expect((await findAdoption(platform, code))?.members).toMatchObject([{ name: 'Mary Member', email: member.email }]);
    await joined(await aPerson(), code, 'admin');
    expect(await findAdoption(platform, code)).toMatchObject({ admins: 1, members: [] });
    expect(await listOwnerless(later(platform, 60 * 86_400_000), all)).toBeNull();
  });

  it('R16 R42 a member becomes the first admin with an authoriser and a fresh proof, and not without', async () => {
    const platform = await aPerson({ platformAdmin: true });
    const { code, other, member } = await anOrphanage();
    expect(await promote(platform, { id: other })).toMatchObject({ refusal: 'authoriser-missing' });
    expect(await promote(later(platform, 3_600_000), { id: other, authoriser })).toMatchObject({
      refusal: 'not-fresh',
    });
    expect(await findAdoption(platform, code)).toMatchObject({ admins: 0 });
    expect(await promote(platform, { id: other, authoriser })).toMatchObject({ ok: true });
    const event = await db.membershipEvent.findFirst({ where: { membershipId: other, operation: 'promote' } });
    expect(event).toMatchObject({ actorId: platform.userId, actorAs: 'platform', authoriser, role: 'admin' });
    expect(await db.mail.count({ where: { userId: member.userId, kind: 'role-changed' } })).toBe(1);
    expect(await codesFor(platform, code)).toEqual([]);
  });

  it('R06 R12 not oneself, not where there is an admin, and of two at once one', async () => {
    const [one, two] = [await aPerson({ platformAdmin: true }), await aPerson({ platformAdmin: true })];
    const { code, other } = await anOrphanage();
    const own = await joined(one, code, 'member');
    expect(await promote(one, { id: own.id, authoriser })).toMatchObject({ refusal: 'own-request' });
    const third = await joined(await aPerson(), code, 'member');
    const answers = await Promise.all([
      promote(one, { id: other, authoriser }),
      promote(two, { id: third.id, authoriser }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: 'not-your-turn' });
    expect(await db.membership.count({ where: { orgCode: code, role: 'admin' } })).toBe(1);
  });

  it('R12 the mail at leaving leads to the organisation, where its members are, and the queue has its requests', async () => {
    const platform = await aPerson({ platformAdmin: true });
    const { code } = await anOrphanage();
    const mails = await db.mail.findMany({ where: { userId: platform.userId, kind: 'organisation-without-admin' } });
    expect(mails).toHaveLength(1);
    const { props } = unseal(mails[0]?.sealed ?? new Uint8Array()) as { props: unknown };
    expect((await renderMail('organisation-without-admin', props, site)).text).toContain(
      `https://tools.example/admin/organisations/${code}/`,
    );
    const asker = await aPerson();
    await requestToJoin(asker, { code, claim: 'partner', claimOther: '', message: '' });
    expect(await findAdoption(platform, code)).toMatchObject({ waiting: 1 });
    expect((await listQueue(platform, queueFilters.parse({ q: code })))?.rows).toMatchObject([{ email: asker.email }]);
  });

  it('S10 is read page by page, each once and in order, and in two statements', async () => {
    const platform = await aPerson({ platformAdmin: true });
    for (let n = 0; n < 30; n++) {
      const { code } = await anOrganisation({ name: `Paged ${String(n % 7)} Surgery` });
      await joined(await aPerson(), code, 'member');
    }
    const first = await listOwnerless(platform, { ...all, q: 'Paged' });
    const second = await listOwnerless(platform, { ...all, q: 'Paged', after: first?.next ?? '' });
    const codes = [...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ code }) => code);
    expect([first?.rows.length, second?.rows.length, first?.total, second?.next]).toEqual([25, 5, 30, null]);
    expect(new Set(codes).size).toBe(30);
    expect(await countStatements(() => listOwnerless(platform, all))).toBe(2);
  });
});
