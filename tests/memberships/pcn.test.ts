import { describe, expect, it } from 'vitest';
import { listActivity } from '@/lib/audit/queries/list-activity';
import { activityFilters } from '@/lib/audit/schema';
import type { Machine, Person } from '@/lib/core/viewer';
import { approve } from '@/lib/memberships/commands/approve';
import { demote, promote } from '@/lib/memberships/commands/change-role';
import { askForMore } from '@/lib/memberships/commands/correspond';
import { endPcnDeciding, letPcnDecide } from '@/lib/memberships/commands/let-pcn-decide';
import { reject } from '@/lib/memberships/commands/reject';
import { remove } from '@/lib/memberships/commands/remove';
import { undo } from '@/lib/memberships/commands/undo';
import { findAccess } from '@/lib/memberships/queries/find-access';
import { listApprovals } from '@/lib/memberships/queries/list-approvals';
import { listMembers } from '@/lib/memberships/queries/list-members';
import { listWaiting } from '@/lib/memberships/queries/list-waiting';
import { findPracticePcn, listPcnPractices } from '@/lib/memberships/queries/practices-and-pcn';
import { refusals } from '@/lib/memberships/words';
import { accessFacts } from '@/lib/memberships/words/access';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined, later, tuesday } from '../support/people';
import { asks } from './asking';

const { db } = await testDatabase();
const authoriser = { name: 'Dr Example', position: 'GP partner', checked: 'Called the practice' };
const register = (now = tuesday): Machine => ({ kind: 'register', now, requestId: 'test' });

const aRequest = async (code: string) => asks(code, await aPerson({ name: 'Amir Asker' }));

async function aPair({ decides = true } = {}) {
  const pcn = await anOrganisation({ kind: 'pcn', name: 'Hills PCN' });
  const practice = await anOrganisation({ name: 'Elm Surgery', pcnCode: pcn.code });
  const admin = await aPerson({ name: 'Anna Admin' });
  const pcnAdmin = await aPerson({ name: 'Paul Network' });
  const pcnMember = await aPerson();
  const rows = {
    admin: await joined(admin, practice.code, 'admin'),
    pcnAdmin: await joined(pcnAdmin, pcn.code, 'admin'),
    pcnMember: await joined(pcnMember, pcn.code, 'member'),
  };
  const set = (wanted: 'on' | 'off', by: Person = admin) =>
    letPcnDecide(by, { code: practice.code, pcn: pcn.code, decides: wanted === 'on' });
  if (decides) await set('on');
  const mails = async (userId: string) =>
    (await db.mail.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } })).map(
      ({ eventKey }) => eventKey.split(':')[0],
    );
  const state = async (id: string) => (await db.membership.findUniqueOrThrow({ where: { id } })).state;
  return { pcn: pcn.code, code: practice.code, admin, pcnAdmin, pcnMember, rows, set, mails, state };
}

describe('R02 what an admin of the PCN can do in a practice', () => {
  it('R06 R13 without the practice’s word nothing; with it they decide, and the record says in what role', async () => {
    const { code, pcn, admin, pcnAdmin, set, state } = await aPair({ decides: false });
    const { id } = await aRequest(code);
    for (const act of [
      () => approve(pcnAdmin, { id, role: 'member' }),
      () => reject(pcnAdmin, { id, reason: 'No' }),
      () => askForMore(pcnAdmin, { id, question: 'Who?' }),
    ]) {
      expect(await act()).toMatchObject({ ok: false, refusal: 'not-found' });
    }
    expect(await listApprovals(pcnAdmin, code)).toBeNull();
    expect(await state(id)).toBe('pending');

    expect(await set('on')).toMatchObject({ ok: true, value: { pcn: 'Hills PCN', changed: true } });
    expect((await listApprovals(pcnAdmin, code))?.pending).toHaveLength(1);
    expect(await askForMore(pcnAdmin, { id, question: 'Who?' })).toMatchObject({ ok: true });
    const approved = await approve(later(pcnAdmin, 500), { id, role: 'member' });
    expect(approved).toMatchObject({ ok: true, value: { as: 'pcn' } });
    const decision = { membershipId: id, operation: 'approve' };
    expect(await db.membershipEvent.findFirst({ where: decision })).toMatchObject({
      actorAs: 'pcn',
      actorOrg: pcn,
      actorId: pcnAdmin.userId,
    });
    const line = (await findAccess(later(admin, 1000), code, null))?.lines.find(({ name }) => name === 'Amir Asker');
    expect(line && accessFacts(line)[1]?.text).toMatch(
      new RegExp(`^Paul Network, as PCN administrator of Hills PCN \\(${pcn}\\), 24 November 2026`),
    );
    const entries = (await listActivity(admin, { code }, activityFilters.parse({})))?.entries ?? [];
    expect(entries.map(({ who, what }) => `${who.name}: ${what}`)).toContain(
      'Paul Network, an admin of its PCN: Approved a request as a member',
    );
  });

  it('R06 nobody is made an admin by them, neither at once nor later, and nothing else is theirs', async () => {
    const { code, admin, pcnAdmin, rows, state } = await aPair();
    const { id, person: asker } = await aRequest(code);
    expect(await approve(pcnAdmin, { id, role: 'admin' })).toMatchObject({ refusal: 'role-above-own' });
    expect(await state(id)).toBe('pending');
    expect((await approve(pcnAdmin, { id, role: 'member' })).ok).toBe(true);
    for (const act of [
      () => promote(pcnAdmin, { id }),
      () => promote(pcnAdmin, { id, authoriser }),
      () => remove(pcnAdmin, { id, reason: 'Left' }),
      () => demote(pcnAdmin, { id: rows.admin.id }),
    ]) {
      expect((await act()).ok).toBe(false);
    }
    expect(await listMembers(pcnAdmin, code)).toBeNull();
    expect(await findAccess(pcnAdmin, code, null)).toBeNull();
    expect(await listActivity(pcnAdmin, { code }, activityFilters.parse({}))).toBeNull();
    // Beside it the practice's admin does the same.
    expect((await promote(admin, { id })).ok).toBe(true);
    expect(await listMembers(asker, code)).not.toBeNull();
  });

  it('they take back their own decision, and read only their own', async () => {
    const { code, admin, pcnAdmin, state } = await aPair();
    const [one, two] = [await aRequest(code), await aRequest(code)];
    const rejected = await reject(pcnAdmin, { id: one.id, reason: 'No' });
    await approve(admin, { id: two.id, role: 'member' });
    expect((await listApprovals(pcnAdmin, code, { show: 'decided', after: '' }))?.decided.map(({ id }) => id)).toEqual([
      rejected.ok && rejected.value.eventId,
    ]);
    const own = await listApprovals(admin, code, { show: 'decided', after: '' });
    expect(own?.decided.map(({ by }) => by).sort()).toEqual(['Anna Admin', 'Paul Network, an admin of Hills PCN']);
    if (!rejected.ok) throw new Error(rejected.refusal);
    expect(await undo(later(pcnAdmin, 60_000), { event: rejected.value.eventId })).toMatchObject({ ok: true });
    expect(await state(one.id)).toBe('pending');
  });

  it('R33 need their second factor, as everywhere; R06 they do not decide their own request', async () => {
    const { code, pcnAdmin } = await aPair();
    const { id } = await aRequest(code);
    expect(await approve(later(pcnAdmin, 60 * 86_400_000), { id, role: 'member' })).toMatchObject({
      refusal: 'factor-needed',
    });
    const own = await asks(code, pcnAdmin);
    expect(await approve(pcnAdmin, { id: own.id, role: 'member' })).toMatchObject({ refusal: 'own-request' });
    expect((await approve(pcnAdmin, { id, role: 'member' })).ok).toBe(true);
  });

  it('R01 R03 members of the PCN, admins of other PCNs and who was an admin there a moment ago decide nothing', async () => {
    const { code, pcnMember, pcnAdmin, rows, pcn } = await aPair();
    const other = await aPair();
    const { id } = await aRequest(code);
    for (const stranger of [pcnMember, other.pcnAdmin, other.admin]) {
      expect(await approve(stranger, { id, role: 'member' })).toMatchObject({ refusal: 'not-found' });
      expect(await listApprovals(stranger, code)).toBeNull();
    }
    const second = await aPerson();
    await joined(second, pcn, 'admin');
    expect((await demote(second, { id: rows.pcnAdmin.id })).ok).toBe(true);
    expect(await approve(pcnAdmin, { id, role: 'member' })).toMatchObject({ refusal: 'not-found' });
    expect((await approve(second, { id, role: 'member' })).ok).toBe(true);
  });
});

describe('R01 the practice’s word', () => {
  it('is an admin’s of the practice to give, freshly proved, about the PCN of today; the others change nothing', async () => {
    const { code, pcn, admin, pcnAdmin, set } = await aPair({ decides: false });
    const other = await aPair({ decides: false });
    const member = await aPerson();
    await joined(member, code, 'member');
    const platform = await aPerson({ platformAdmin: true });
    for (const stranger of [pcnAdmin, member, platform, other.admin]) {
      expect(await set('on', stranger)).toMatchObject({ refusal: 'not-found' });
      expect(await findPracticePcn(stranger, code)).toBeNull();
    }
    expect(await set('on', { ...admin, provedAt: new Date(0) })).toMatchObject({ refusal: 'not-fresh' });
    expect(await letPcnDecide(admin, { code, pcn: other.pcn, decides: true })).toMatchObject({
      refusal: 'pcn-changed',
    });
    expect(await letPcnDecide(pcnAdmin, { code: pcn, pcn, decides: true })).toMatchObject({ refusal: 'not-found' });
    expect(await db.pcnDeciding.count({ where: { orgCode: code } })).toBe(0);
    expect((await set('on')).ok).toBe(true);
    expect((await findPracticePcn(admin, code))?.pcn).toMatchObject({ code: pcn, admins: 1, since: admin.now });
    await db.organisation.update({ where: { code: other.code }, data: { pcnCode: null } });
    expect(await other.set('on')).toMatchObject({ refusal: 'no-pcn' });
  });

  it('is written down and told to the admins of both sides, once, however often it is given', async () => {
    const { code, admin, pcnAdmin, pcnMember, set, mails } = await aPair();
    await Promise.all([set('on'), set('on')]);
    expect(await db.audit.count({ where: { orgCode: code, action: 'pcn-deciding.on' } })).toBe(1);
    for (const { userId } of [admin, pcnAdmin]) expect(await mails(userId)).toEqual(['pcn-deciding-on']);
    expect(await mails(pcnMember.userId)).toEqual([]);
    expect(await set('off', later(admin, 1000))).toMatchObject({ ok: true, value: { changed: true } });
    expect(await set('off', later(admin, 2000))).toMatchObject({ ok: true, value: { changed: false } });
    expect(await db.audit.count({ where: { orgCode: code, action: 'pcn-deciding.off' } })).toBe(1);
    expect(await mails(admin.userId)).toEqual(['pcn-deciding-on', 'pcn-deciding-off']);
  });

  it('taken back while the PCN’s page is open: the decision is refused with its sentence and nothing is saved', async () => {
    const { code, pcn, pcnAdmin, set, state } = await aPair();
    const { id } = await aRequest(code);
    expect((await listApprovals(pcnAdmin, code))?.pending).toHaveLength(1);
    await set('off');
    expect(await approve(pcnAdmin, { id, role: 'member' })).toMatchObject({
      refusal: 'pcn-decides-no-more',
      facts: { pcn },
    });
    expect(refusals['pcn-decides-no-more']).toContain('no longer lets its PCN decide');
    expect(await state(id)).toBe('pending');
    expect(await listApprovals(pcnAdmin, code)).toBeNull();
    await set('on');
    expect((await approve(pcnAdmin, { id, role: 'member' })).ok).toBe(true);
  });

  it('taken back and used at one moment, 20 times: whichever came first holds', async () => {
    for (let round = 0; round < 20; round++) {
      const { code, pcnAdmin, set, state } = await aPair();
      const { id } = await aRequest(code);
      const [decided] = await Promise.all([approve(pcnAdmin, { id, role: 'member' }), set('off')]);
      expect(await state(id)).toBe(decided.ok ? 'active' : 'pending');
      if (!decided.ok) expect(decided.refusal).toBe('pcn-decides-no-more');
      expect(await db.membershipEvent.count({ where: { membershipId: id, operation: 'approve' } })).toBe(
        decided.ok ? 1 : 0,
      );
    }
  });

  it('ends by itself when the practice leaves the PCN, before any job, and stays ended when it comes back', async () => {
    const { code, pcn, admin, pcnAdmin, mails } = await aPair();
    const next = await anOrganisation({ kind: 'pcn', name: 'Dales PCN' });
    const nextAdmin = await aPerson();
    await joined(nextAdmin, next.code, 'admin');
    const { id } = await aRequest(code);
    await db.organisation.update({ where: { code }, data: { pcnCode: next.code } });
    for (const viewer of [pcnAdmin, nextAdmin]) expect((await approve(viewer, { id, role: 'member' })).ok).toBe(false);
    expect((await findPracticePcn(admin, code))?.pcn).toMatchObject({ code: next.code, since: null });
    // The register follows: once, in however many processes.
    await Promise.all([endPcnDeciding(register()), endPcnDeciding(register()), endPcnDeciding(register())]);
    expect(await db.audit.count({ where: { orgCode: code, action: 'pcn-deciding.ended' } })).toBe(1);
    expect((await mails(admin.userId)).filter(kind => kind === 'pcn-deciding-ended')).toHaveLength(1);
    expect((await mails(pcnAdmin.userId)).filter(kind => kind === 'pcn-deciding-ended')).toHaveLength(1);
    await db.organisation.update({ where: { code }, data: { pcnCode: pcn } });
    expect((await approve(pcnAdmin, { id, role: 'member' })).ok).toBe(false);
  });

  it('ends although the practice came back before anybody looked, because the register wrote down that it left', async () => {
    const { code, pcn, pcnAdmin } = await aPair();
    const { id } = await aRequest(code);
    await db.dataset.upsert({ where: { id: 'map' }, create: { id: 'map' }, update: {} });
    const load = { datasetId: 'map', state: 'loaded', fileName: 'map.csv', sha256: 'x' } as const;
    const { id: loadId } = await db.datasetLoad.create({ data: load });
    const moved = { code, change: 'moved-pcn', was: pcn, now: 'U99999', day: tuesday, loadId };
    await db.registerChange.create({ data: { ...moved, at: new Date(tuesday.getTime() + 60_000) } });
    expect((await approve(later(pcnAdmin, 120_000), { id, role: 'member' })).ok).toBe(false);
    expect(await endPcnDeciding(register(new Date(tuesday.getTime() + 120_000)))).toBe(1);
  });
});

describe('what each side sees of the other', () => {
  it('R07 the PCN’s people see the register’s practices; only its admins which let them decide and how many wait', async () => {
    const { code, pcn, pcnAdmin, pcnMember, admin } = await aPair();
    const silent = await anOrganisation({ name: 'Ash Surgery', pcnCode: pcn });
    await aRequest(code);
    await aRequest(silent.code);
    const seen = await listPcnPractices(pcnAdmin, pcn);
    expect(seen?.practices.map(({ name, deciding, waiting }) => [name, deciding, waiting])).toEqual([
      ['Ash Surgery', false, 0],
      ['Elm Surgery', true, 1],
    ]);
    expect(
      (await listPcnPractices(pcnMember, pcn))?.practices.every(({ deciding, waiting }) => !deciding && !waiting),
    ).toBe(true);
    expect(await listPcnPractices(admin, pcn)).toBeNull();
    // What waits stands on their account's page too, and not with the practice that decides alone.
    expect((await listWaiting(pcnAdmin)).map(one => one.code)).toEqual([code]);
    expect(await listWaiting(pcnMember)).toEqual([]);
  });

  it('the practice reads how many could decide, never who; new requests are told to both sides', async () => {
    const { code, admin, pcnAdmin, mails } = await aPair();
    expect(JSON.stringify(await findPracticePcn(admin, code))).not.toMatch(/Paul|@/);
    await aRequest(code);
    for (const { userId } of [admin, pcnAdmin]) expect(await mails(userId)).toContain('request-new');
    const alone = await aPair({ decides: false });
    await aRequest(alone.code);
    expect(await alone.mails(alone.pcnAdmin.userId)).toEqual([]);
  });

  it('R17 being a practice’s admin is evidence for a request to its PCN, and approves nothing', async () => {
    const { pcn, admin, pcnAdmin, state } = await aPair();
    const { id } = await asks(pcn, admin);
    expect(await state(id)).toBe('pending');
    const shown = (await listApprovals(pcnAdmin, pcn))?.pending[0]?.evidence;
    expect(shown).toMatchObject({ grade: 'related', related: [{ name: 'Elm Surgery', role: 'admin' }] });
    expect((await approve(pcnAdmin, { id, role: 'member' })).ok).toBe(true);
  });
});
