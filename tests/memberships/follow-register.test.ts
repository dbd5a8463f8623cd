import { describe, expect, it } from 'vitest';
import { importFile } from '@/lib/datasets/commands/import-file';
import { approve } from '@/lib/memberships/commands/approve';
import { followRegister } from '@/lib/memberships/commands/follow-register';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { findRequest } from '@/lib/memberships/queries/find-request';
import { listApprovals } from '@/lib/memberships/queries/list-approvals';
import { listRegisterNews } from '@/lib/memberships/queries/list-register-news';
import { evidenceWords } from '@/lib/memberships/words';
import { findOrganisation } from '@/lib/organisations/queries/find-organisation';
import { searchOrganisations } from '@/lib/organisations/queries/search-organisations';
import { query } from '@/lib/platform/db';
import { removePreset, renamePreset } from '@/lib/presets/commands/change-preset';
import { findPreset } from '@/lib/presets/queries/find-presets';
import { file } from '../datasets/files';
import { mapFile, openPractices } from '../datasets/published';
import { everything, machine } from '../datasets/register';
import { testDatabase } from '../support/database';
import { aPerson, joined } from '../support/people';

const { db } = await testDatabase();

const codes = openPractices.slice(0, 40).map(each => each.code);
const code = (n: number) => codes[n] ?? '';
// What closes on 1 August, and who follows: 0 → 20 · 1 → X99901 → X99902 → 21 (a chain through codes we do not hold) ·
// 2 → 22 and 23 (a split) · 3 and 4 → 24 (a merger) · 5 ⇄ 6 (a circle) · 7 without successor, with a twin at its
// postcode · 25 → 26 although 25 is open (a contradiction) · 8 → 27, who takes over only next year.
const closing = codes.slice(0, 9);
const twin = openPractices.map(each =>
  each.code === code(28) ? { ...each, postcode: openPractices[7]?.postcode ?? null } : each,
);
const months = {
  july: file('july.csv', mapFile('01Jul2026', twin)),
  august: file(
    'august.csv',
    mapFile(
      '01Aug2026',
      twin.filter(each => !closing.includes(each.code)),
    ),
  ),
  september: file(
    'september.csv',
    mapFile(
      '01Sep2026',
      twin.filter(each => !closing.slice(1).includes(each.code)),
    ),
  ),
};
const row = (old: string, next: string, day = '20260731') => `"${old}","${next}","","${day}","0"`;
const succ = file(
  'succ.csv',
  [
    ...[row(code(0), code(20)), row(code(1), 'X99901'), row('X99901', 'X99902'), row('X99902', code(21))],
    ...[row(code(2), code(22)), row(code(2), code(23)), row(code(3), code(24)), row(code(4), code(24))],
    ...[row(code(5), code(6)), row(code(6), code(5)), row(code(25), code(26)), row(code(8), code(27), '20270401')],
  ].join('\r\n'),
);

const register = { kind: 'register', now: machine.now, requestId: 'test' } as const;
const imported = (of: { path: string; fileName: string }) => importFile(machine, of);
const follow = async () => {
  for (const { id } of await query<{ id: string }>('SELECT id FROM dataset_loads', []))
    await followRegister(register, id);
};
const mailsOf = async (person: { userId: string }) =>
  (await db.mail.findMany({ where: { userId: person.userId }, orderBy: { createdAt: 'asc' } })).map(mail => mail.kind);
const member = async (n: number, role: 'member' | 'admin' = 'member') => {
  const person = await aPerson({ now: machine.now });
  await joined(person, code(n), role);
  return person;
};
const codesOf = async (n: number) => (await findOrganisation(code(n)))?.successors.map(each => each.code);
const presetOf = (owner: { userId: string }, orgCode: string) =>
  db.preset.create({
    data: {
      ...{ requestId: crypto.randomUUID(), ownerId: owner.userId, orgCode, name: 'Kept', tool: 'practice-overview' },
      ...{ toolVersion: 1, settings: { org: orgCode, period: null, compare: 'icb' }, vintage: [] },
    },
  });

describe('the life of organisations', { timeout: 120_000 }, async () => {
  await imported(months.july);
  const people = { kept: await member(0), split: await member(2), circle: await member(5), twin: await member(7) };
  const heirAdmin = await member(20, 'admin');
  const waits = await aPerson({ now: machine.now });
  await requestToJoin(waits, { code: code(0), claim: 'partner', claimOther: '', message: '' });
  const contradicted = await member(25);

  it('a closed organisation keeps its members, who are told once, and nobody can join it', async () => {
    expect(await imported(months.august)).toMatchObject({ ok: true, value: [{ events: { closed: 9 } }] });
    await follow();
    await follow();
    expect(await mailsOf(people.kept)).toEqual(['register-news']);
    expect(await mailsOf(heirAdmin)).toEqual([]);
    // Whoever waits for a decision hears that it cannot come, once, and reads it in their account.
    expect(await mailsOf(waits)).toEqual(['request-closed']);
    expect(await listRegisterNews(waits)).toMatchObject([{ news: 'closed', code: code(0), waiting: true }]);
    const request = await db.membership.findFirstOrThrow({ where: { userId: waits.userId } });
    expect(await findRequest(waits, request.id)).toMatchObject({ standing: 'pending', closed: true });
    expect(await db.membership.count({ where: { userId: people.kept.userId, state: 'active' } })).toBe(1);
    const late = await aPerson({ now: machine.now });
    const asked = { claim: 'partner', claimOther: '', message: '' } as const;
    expect(await requestToJoin(late, { code: code(0), ...asked })).toMatchObject({ refusal: 'organisation-closed' });
    expect(await requestToJoin(late, { code: code(29), ...asked })).toMatchObject({ ok: true });
  });

  it('its workspace is read-only: what is kept in it can be read, and is not changed', async () => {
    const [shut, open] = [await presetOf(people.kept, code(0)), await presetOf(heirAdmin, code(20))];
    expect(await renamePreset(people.kept, { id: shut.id, name: 'New' })).toMatchObject({
      refusal: 'workspace-closed',
    });
    expect(await removePreset(people.kept, shut.id)).toMatchObject({ refusal: 'workspace-closed' });
    expect(await findPreset(people.kept, shut.id)).toMatchObject({ name: 'Kept' });
    expect(await renamePreset(heirAdmin, { id: open.id, name: 'New' })).toMatchObject({ ok: true });
  });

  it('successors are found through chains, apart at splits, together at mergers, and never in circles', async () => {
    const before = await everything();
    expect(await importFile(machine, { ...succ, dryRun: true })).toMatchObject({
      ok: true,
      value: [{ dataset: 'successors', figuresAdded: 12, skipped: { 'still-open': 1 }, events: { succeeded: 5 } }],
    });
    expect(await everything()).toEqual(before);
    expect(await imported(succ)).toMatchObject({ ok: true, value: [{ figuresAdded: 12 }] });
    expect(await codesOf(0)).toEqual([code(20)]);
    expect(await codesOf(1)).toEqual([code(21)]);
    expect((await codesOf(2))?.sort()).toEqual([code(22), code(23)].sort());
    expect([await codesOf(3), await codesOf(4)]).toEqual([[code(24)], [code(24)]]);
    expect([await codesOf(5), await codesOf(6)]).toEqual([[], []]);
    expect(await findOrganisation(code(0))).toMatchObject({ successor: { code: code(20) } });
    expect(await findOrganisation(code(2))).toMatchObject({ successor: null });
  });

  it('nobody is guessed: a twin at the same postcode, a succession to come and a contradiction name no successor', async () => {
    expect([await codesOf(7), await codesOf(8), await codesOf(25)]).toEqual([[], [], []]);
    expect(await findOrganisation(code(25))).toMatchObject({ status: 'open', linkable: true });
    expect(await listRegisterNews(contradicted)).toEqual([]);
    expect(await listRegisterNews(people.twin)).toMatchObject([{ news: 'closed', successors: [] }]);
  });

  it('a successor that is named later is news once more, and the same file again is none', async () => {
    await follow();
    expect(await imported(succ)).toMatchObject({ ok: true, value: [{ nothingChanged: true }] });
    await follow();
    expect(await mailsOf(people.kept)).toEqual(['register-news', 'register-news']);
    expect(await mailsOf(people.circle)).toEqual(['register-news']);
    expect(await mailsOf(waits)).toEqual(['request-closed']);
    expect((await listRegisterNews(waits))[0]?.successors.map(each => each.code)).toEqual([code(20)]);
    const hit = await searchOrganisations({ text: code(2), kinds: ['practice'] });
    const heirs = hit.results.find(each => each.code === code(2))?.successors.map(each => each.code);
    expect(heirs?.sort()).toEqual([code(22), code(23)].sort());
  });

  it('people choose among several successors; nobody is moved', async () => {
    const [news] = await listRegisterNews(people.split);
    expect(news?.successors.map(each => each.code).sort()).toEqual([code(22), code(23)].sort());
    expect(news?.successors.every(each => each.joinable && each.standing === null)).toBe(true);
    expect(await db.membership.count({ where: { userId: people.split.userId } })).toBe(1);
  });

  it('whoever asks at the successor shows that they belonged to what it took over, and its admins decide', async () => {
    const asked = await requestToJoin(people.kept, { code: code(20), claim: 'partner', claimOther: '', message: '' });
    if (!asked.ok) throw new Error(asked.refusal);
    const approvals = await listApprovals(heirAdmin, code(20));
    const [request] = approvals?.pending ?? [];
    expect(request?.evidence).toMatchObject({ related: [{ code: code(0), predecessor: true }] });
    expect(request && evidenceWords(request.evidence).join(' ')).toContain('this organisation took it over');
    expect(await db.membership.findFirst({ where: { id: asked.value.id } })).toMatchObject({ state: 'pending' });
    expect(await approve(heirAdmin, { id: asked.value.id, role: 'member' })).toMatchObject({ ok: true });
    expect(await listRegisterNews(people.kept)).toMatchObject([{ successors: [{ standing: 'active' }] }]);
  });

  it('somebody who did not belong to it carries no such evidence', async () => {
    const stranger = await aPerson({ now: machine.now });
    await requestToJoin(stranger, { code: code(20), claim: 'partner', claimOther: '', message: '' });
    const approvals = await listApprovals(heirAdmin, code(20));
    expect(approvals?.pending.map(each => each.evidence.related)).toEqual([[]]);
  });

  it('a code that opens again resumes: its members are told, it can be joined, and it has no successor', async () => {
    expect(await imported(months.september)).toMatchObject({ ok: true, value: [{ events: { reopened: 1 } }] });
    await follow();
    expect(await findOrganisation(code(0))).toMatchObject({ status: 'open', linkable: true, successors: [] });
    const kept = await presetOf(people.kept, code(0));
    expect(await removePreset(people.kept, kept.id)).toMatchObject({ ok: true });
    expect((await mailsOf(people.kept)).filter(kind => kind === 'register-news')).toHaveLength(3);
    expect(await listRegisterNews(people.kept)).toMatchObject([{ news: 'reopened', code: code(0) }]);
  });
});
