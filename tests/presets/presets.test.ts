import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '@/lib/core/viewer';
import { removePreset, renamePreset, restorePreset, updatePreset } from '@/lib/presets/commands/change-preset';
import { savePreset } from '@/lib/presets/commands/save-preset';
import { findPreset, listPresets } from '@/lib/presets/queries/find-presets';
import { attention, beforeAndNow, dataChange, differs } from '@/lib/presets/rules';
import { type PresetInput, presetInput } from '@/lib/presets/schema';
import { changeWords } from '@/lib/presets/words';
import { findTool } from '@/lib/tools/catalogue';
import { openTool } from '@/lib/tools/queries/open-tool';
import { headlineOf } from '@/lib/tools/rules/profile';
import { testDatabase } from '../support/database';
import { listSizesLoaded } from '../support/list-sizes';
import { anOrganisation, anonymous, aPerson, joined, later, tuesday } from '../support/people';

const { db } = await testDatabase();
const JUNE = new Date('2026-06-03T09:00:00Z');
const refused = (refusal: string) => ({ ok: false, refusal, facts: expect.anything() });

let elm: { code: string };

beforeAll(async () => {
  elm = await anOrganisation({ name: 'Elm Surgery' });
  await listSizesLoaded('2026-04-01', { [elm.code]: 9_000 }, new Date('2026-04-15T08:00:00Z'));
});

async function member(role: 'member' | 'admin' = 'member', organisation?: { code: string; displayName: string }) {
  const place = organisation ?? (await anOrganisation());
  const person = await aPerson();
  const membership = await joined(person, place.code, role);
  const viewer: Person = {
    ...person,
    workspace: {
      membershipId: membership.id,
      code: place.code,
      name: place.displayName,
      kind: 'practice',
      role,
      closed: false,
    },
  };
  return { viewer, place, membership };
}

const input = (wishes: Partial<PresetInput> = {}): PresetInput => ({
  requestId: randomUUID(),
  tool: 'practice-overview',
  name: 'Board report',
  scope: 'me',
  expectedWs: 'none',
  settings: `org=${elm.code}`,
  sameName: 'ask',
  ...wishes,
});

async function saved(viewer: Person, wishes: Partial<PresetInput> = {}): Promise<string> {
  const outcome = await savePreset(viewer, input({ expectedWs: viewer.workspace?.code ?? 'none', ...wishes }));
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.id;
}

describe('saving', () => {
  test('R49 a preset keeps settings, the vintage of the data and the headline figures, and is noted', async () => {
    const viewer = { ...(await aPerson()), now: JUNE };
    const id = await saved(viewer);
    expect(await findPreset(viewer, id)).toMatchObject({
      name: 'Board report',
      settings: { org: elm.code, period: null, compare: 'england' },
      vintage: { dataset: 'list-sizes', period: '2026-04-01' },
      workspace: null,
      mine: true,
      mayEdit: true,
      about: { code: elm.code, name: 'Elm Surgery', status: 'open' },
    });
    const headline = (await findPreset(viewer, id))?.headline;
    expect(headline?.map(({ id: figure, value }) => [figure, value])).toEqual([
      ['total', 9_000],
      ['share0to14', 0],
      ['share65plus', 0.2],
      ['share75plus', 0],
    ]);
    expect(await db.audit.findMany({ where: { actorId: viewer.userId } })).toMatchObject([
      { action: 'preset.saved', subject: id, orgCode: null, data: {} },
    ]);
  });

  test('pressing twice saves once, also at the same moment', async () => {
    const viewer = await aPerson();
    const once = input();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => savePreset(viewer, once)));
    expect(new Set(outcomes.map(outcome => outcome.ok && outcome.value.id)).size).toBe(1);
    expect(outcomes.every(outcome => outcome.ok)).toBe(true);
    expect(await db.preset.count({ where: { ownerId: viewer.userId } })).toBe(1);
    expect(await db.audit.count({ where: { actorId: viewer.userId } })).toBe(1);
  });

  test("R03 somebody else's request id neither shows nor changes their preset", async () => {
    const theirs = input();
    const owner = await aPerson();
    await savePreset(owner, theirs);
    const stranger = await aPerson();
    expect(await savePreset(stranger, { ...theirs, name: 'Mine' })).toEqual(refused('not-found'));
    expect((await listPresets(owner)).map(({ name }) => name)).toEqual(['Board report']);
    expect(await listPresets(stranger)).toEqual([]);
  });

  test('a name that is taken asks: replacing keeps the preset, keeping both makes another', async () => {
    const viewer = await aPerson();
    const id = await saved(viewer);
    expect(await savePreset(viewer, input())).toEqual({
      ok: false,
      refusal: 'name-taken',
      facts: { name: 'Board report' },
    });
    const settings = `org=${elm.code}&period=2026-04`;
    expect(await savePreset(viewer, input({ sameName: 'replace', settings }))).toMatchObject({ value: { id } });
    expect((await findPreset(viewer, id))?.settings.period).toBe('2026-04');
    expect(await savePreset(viewer, input({ sameName: 'keep' }))).toMatchObject({ ok: true });
    expect(await listPresets(viewer)).toHaveLength(2);
  });

  test('settings without an organisation are nothing to save', async () => {
    const viewer = await aPerson();
    expect(await savePreset(viewer, input({ settings: '' }))).toEqual(refused('nothing-to-save'));
    expect(await savePreset(viewer, input({ settings: 'org=Z99999' }))).toEqual(refused('nothing-to-save'));
    expect(await db.preset.count({ where: { ownerId: viewer.userId } })).toBe(0);
  });

  test('R05 the form knows no owner, no vintage and no time', () => {
    const sent = { ...input(), ownerId: randomUUID(), vintage: {}, createdAt: '2020-01-01', headline: [] };
    expect(Object.keys(presetInput.parse(sent)).sort()).toEqual(
      ['expectedWs', 'name', 'requestId', 'sameName', 'scope', 'settings', 'tool'].sort(),
    );
    expect(presetInput.safeParse(input({ name: '  ' })).success).toBe(false);
    expect(presetInput.safeParse(input({ name: 'x'.repeat(81) })).success).toBe(false);
  });
});

describe('workspaces', () => {
  test('R45 a form made in one workspace never saves into another: it is asked again, and nothing is written', async () => {
    const { viewer, place } = await member();
    const other = await anOrganisation({ name: 'Oak Surgery' });
    await joined(viewer, other.code, 'member');
    const madeElsewhere = input({ scope: other.code, expectedWs: other.code });
    expect(await savePreset(viewer, madeElsewhere)).toEqual(refused('wrong-workspace'));
    expect(await db.preset.count({ where: { ownerId: viewer.userId } })).toBe(0);
    // Asked again on a page of the workspace that is active now, the choice that is made is the one that is kept.
    const id = await saved(viewer, { scope: other.code, expectedWs: place.code });
    expect((await findPreset(viewer, id))?.workspace?.code).toBe(other.code);
  });

  test('R44 a workspace one is not active in is refused, and so is a closed one', async () => {
    const { viewer, membership, place } = await member();
    const foreign = await anOrganisation();
    expect(await savePreset(viewer, input({ scope: foreign.code, expectedWs: place.code }))).toEqual(
      refused('not-a-member'),
    );
    expect(await savePreset(viewer, input({ scope: place.code, expectedWs: place.code }))).toMatchObject({ ok: true });
    await db.organisation.update({ where: { code: place.code }, data: { status: 'closed' } });
    const again = input({ scope: place.code, expectedWs: place.code, name: 'Later' });
    expect(await savePreset(viewer, again)).toEqual(refused('read-only'));
    await db.membership.update({ where: { id: membership.id }, data: { state: 'removed', role: null } });
    expect(await savePreset(viewer, again)).toEqual(refused('not-a-member'));
  });

  test('R48 members open it, its author and administrators change it, others and visitors find nothing', async () => {
    const { viewer: author, place } = await member();
    const { viewer: colleague } = await member('member', place);
    const { viewer: admin } = await member('admin', place);
    const { viewer: stranger } = await member('admin');
    const id = await saved(author, { scope: place.code });
    expect(await findPreset(colleague, id)).toMatchObject({ mine: false, mayEdit: false, savedBy: author.name });
    expect(await findPreset(admin, id)).toMatchObject({ mayEdit: true });
    expect(await findPreset(stranger, id)).toBeNull();
    expect(await findPreset(anonymous(), id)).toBeNull();
    expect(await findPreset(author, 'not-an-id')).toBeNull();
    for (const nobody of [colleague, stranger]) {
      expect(await renamePreset(nobody, { id, name: 'Taken over' })).toEqual(refused('not-found'));
      expect(await updatePreset(nobody, { id, settings: `org=${elm.code}` })).toEqual(refused('not-found'));
      expect(await removePreset(nobody, id)).toEqual(refused('not-found'));
    }
    expect(await renamePreset(admin, { id, name: 'Quarterly' })).toMatchObject({ ok: true });
    expect((await findPreset(colleague, id))?.name).toBe('Quarterly');
  });

  test('R48 who loses the membership loses the preset at once; it stays for the others without their name', async () => {
    const { viewer: author, place, membership } = await member();
    const { viewer: colleague } = await member('member', place);
    const id = await saved(author, { scope: place.code });
    await db.membership.update({ where: { id: membership.id }, data: { state: 'left', role: null } });
    expect(await findPreset(author, id)).toBeNull();
    expect(await listPresets(author)).toEqual([]);
    expect(await removePreset(author, id)).toEqual(refused('not-found'));
    expect(await findPreset(colleague, id)).toMatchObject({ name: 'Board report', savedBy: null });
  });
});

describe('changing', () => {
  test('an own preset can be renamed, changed, deleted and brought back; others cannot bring it back', async () => {
    const viewer = await aPerson();
    const id = await saved(viewer);
    expect(await renamePreset(viewer, { id, name: 'Annual report' })).toMatchObject({
      value: { name: 'Annual report' },
    });
    expect(await updatePreset(later(viewer, 1000), { id, settings: `org=${elm.code}&compare=icb` })).toMatchObject({
      ok: true,
    });
    expect((await findPreset(viewer, id))?.settings.compare).toBe('icb');
    expect(await removePreset(viewer, id)).toMatchObject({ ok: true });
    expect(await findPreset(viewer, id)).toBeNull();
    expect(await restorePreset(await aPerson(), id)).toEqual(refused('not-found'));
    expect(await restorePreset(viewer, id)).toMatchObject({ value: { name: 'Annual report' } });
    expect(await findPreset(viewer, id)).not.toBeNull();
  });
});

describe('opening later', () => {
  test('R49 it opens on the data of today, says on which it was saved, and puts each figure beside the one of then', async () => {
    const viewer = { ...(await aPerson()), now: JUNE };
    const ash = await anOrganisation({ name: 'Ash Surgery' });
    await listSizesLoaded('2026-05-01', { [ash.code]: 5_000 }, new Date('2026-05-15T08:00:00Z'));
    const id = await saved(viewer, { settings: `org=${ash.code}` });
    await listSizesLoaded('2026-07-01', { [ash.code]: 5_120 }, new Date('2026-07-15T08:00:00Z'));
    const preset = await findPreset(viewer, id);
    const tool = findTool('practice-overview');
    if (!preset || !tool) throw new Error('nothing was saved');
    const opened = await openTool(tool, preset.settings, null);
    if (opened.state !== 'figures') throw new Error(opened.state);
    const change = dataChange(preset, opened.profile);
    expect(change && changeWords(change)).toBe('Saved 3 June 2026 on data to May 2026. Now showing data to July 2026.');
    expect(beforeAndNow(preset.headline, headlineOf(opened.profile))[0]).toEqual({
      id: 'total',
      label: 'Registered patients',
      unit: 'patients',
      before: 5_000,
      now: 5_120,
    });
    expect(differs(preset.settings, { ...preset.settings, compare: 'icb' })).toBe(true);
    expect(differs(preset.settings, { ...preset.settings })).toBe(false);
  });

  test('R49 a preset on the same load says nothing; the same month loaded again is said', () => {
    const vintage = { dataset: 'list-sizes' as const, period: '2026-07-01', loadId: 'a', loadedAt: '2026-07-15' };
    const preset = { vintage, updatedAt: tuesday };
    expect(dataChange(preset, { period: '2026-07-01', vintage: { loadId: 'a' } })).toBeNull();
    const again = dataChange(preset, { period: '2026-07-01', vintage: { loadId: 'b' } });
    expect(again?.kind).toBe('again');
    expect(again && changeWords(again)).toContain('loaded again since');
    expect(beforeAndNow([{ id: 'x', label: 'X', value: 1, unit: 'patients' }], [])).toEqual([
      { id: 'x', label: 'X', unit: 'patients', before: 1, now: null },
    ]);
  });

  test.each([
    ['of an older shape', { org: 'ELM', measure: 'age' }, { period: null, compare: 'england' }],
    ['with a value that is known no more', { org: 'ELM', period: '2026-04', compare: 'ccg' }, { period: '2026-04' }],
    ['missing', {}, { org: '', period: null, compare: 'england' }],
    ['not settings at all', 'damaged', { org: '', period: null, compare: 'england' }],
  ])(
    'R49 settings that are %s are read as far as they go, and said to be; the others stay whole',
    async (_what, kept, read) => {
      const viewer = await aPerson();
      const [id, whole] = [await saved(viewer), await saved(viewer, { name: 'Whole' })];
      const text = JSON.stringify(kept).replace('ELM', elm.code);
      await db.$executeRaw`update presets set settings = ${text}::jsonb where id = ${id}::uuid`;
      const preset = await findPreset(viewer, id);
      expect(preset).toMatchObject({
        outdated: true,
        settings: text.includes(elm.code) ? { org: elm.code, ...read } : read,
      });
      expect(preset && attention(preset)).toBe('outdated');
      expect(await findPreset(viewer, whole)).toMatchObject({ outdated: false, settings: { org: elm.code } });
      expect((await listPresets(viewer)).map(({ name }) => name).sort()).toEqual(['Board report', 'Whole']);
      expect((await updatePreset(viewer, { id, settings: `org=${elm.code}&compare=icb` })).ok).toBe(true);
      expect(await findPreset(viewer, id)).toMatchObject({ outdated: false, settings: { compare: 'icb' } });
    },
  );

  test('R49 what closed or left the register is named on the list', async () => {
    const viewer = await aPerson();
    const old = await anOrganisation({ name: 'Old Surgery' });
    await listSizesLoaded('2026-03-01', { [old.code]: 100 }, new Date('2026-03-15T08:00:00Z'));
    await saved(viewer, { settings: `org=${old.code}&period=2026-03` });
    const first = (await listPresets(viewer))[0];
    expect(first && attention(first)).toBeNull();
    await db.organisation.update({
      where: { code: old.code },
      data: { status: 'closed', closedOn: new Date('2026-06-30') },
    });
    const closed = (await listPresets(viewer))[0];
    expect(closed && attention(closed)).toBe('closed');
    expect(closed?.about).toMatchObject({ code: old.code, closedOn: '2026-06-30' });
  });
});
