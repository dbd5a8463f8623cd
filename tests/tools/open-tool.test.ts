import { describe, expect, test } from 'vitest';
import type { Workspace } from '@/lib/core/viewer';
import { findTool } from '@/lib/tools/catalogue';
import { membersOf } from '@/lib/tools/pcn-list-sizes/rules';
import { openTool } from '@/lib/tools/queries/open-tool';
import { profileCsv } from '@/lib/tools/rules/export';
import { settingsOf } from '@/lib/tools/rules/settings-of';
import { testDatabase } from '../support/database';
import { listSizesLoaded } from '../support/list-sizes';
import { anOrganisation, tuesday } from '../support/people';
import { countStatements } from '../support/statements';

const { db } = await testDatabase();

const pcn = await anOrganisation({ kind: 'pcn', name: 'Durham East PCN' });
const elm = await anOrganisation({ name: 'Elm Surgery', pcnCode: pcn.code });
const oak = await anOrganisation({ name: 'Oak Surgery', pcnCode: pcn.code });
const closed = await anOrganisation({ name: 'Old Surgery', status: 'closed' });
const alone = await anOrganisation({ name: 'Lone Surgery' });
await listSizesLoaded('2026-06-01', { [elm.code]: 9_000, [pcn.code]: 15_000, [closed.code]: 700 }, tuesday);
await listSizesLoaded('2026-07-01', { [elm.code]: 9_100, [pcn.code]: 15_100, [alone.code]: 0 }, tuesday);

const overview = tool('practice-overview');
const lists = tool('pcn-list-sizes');

function tool(slug: string) {
  const found = findTool(slug);
  if (!found) throw new Error(slug);
  return found;
}

const open = (which: typeof overview, address: Record<string, string>, workspace: Workspace | null = null) =>
  openTool(which, settingsOf(which.slug, address).settings, workspace);

const working = (code: string, kind: 'practice' | 'pcn'): Workspace => ({
  membershipId: '',
  code,
  kind,
  name: `Workspace ${code}`,
  role: 'member',
  closed: false,
});

describe('a tool at its address', () => {
  test('a practice takes four statements at most once the load is known, and five the first time', async () => {
    let state = '';
    const first = await countStatements(async () => {
      state = (await open(overview, { org: elm.code })).state;
    });
    expect(state).toBe('figures');
    expect(first).toBe(5);
    expect(await countStatements(() => open(overview, { org: elm.code }))).toBe(4);
    await open(lists, { org: pcn.code });
    expect(await countStatements(() => open(lists, { org: pcn.code }))).toBe(4);
    expect(await countStatements(() => open(lists, {}, working(elm.code, 'practice')))).toBe(4);
    expect(await countStatements(() => open(overview, {}))).toBe(0);
  });

  test('figures are those of the newest month, with the change against the load before', async () => {
    const opened = await open(overview, { org: elm.code, compare: 'pcn' });
    expect(opened).toMatchObject({
      state: 'figures',
      why: { by: 'address' },
      profile: { period: '2026-07-01', last: { difference: 100 }, comparator: { code: pcn.code }, missing: [] },
    });
    expect(await open(overview, { org: elm.code, period: '2026-06' })).toMatchObject({
      profile: { period: '2026-06-01', last: null },
    });
  });

  test('R44 the address wins over the workspace, which fills in only what the address leaves open', async () => {
    const own = working(elm.code, 'practice');
    expect(await open(overview, {}, own)).toMatchObject({ why: { by: 'workspace' }, state: 'figures' });
    expect(await open(overview, { org: closed.code, period: '2026-06' }, own)).toMatchObject({
      why: { by: 'address' },
      profile: { organisation: { code: closed.code } },
    });
    expect(await open(overview, {}, working(pcn.code, 'pcn'))).toMatchObject({
      state: 'members',
      practices: [{ code: elm.code }, { code: oak.code }],
    });
    expect(await open(lists, {}, own)).toMatchObject({
      why: { by: 'practice', workspace: true },
      profile: { organisation: { code: pcn.code } },
    });
    expect(await open(lists, {}, working(alone.code, 'practice'))).toMatchObject({ state: 'no-pcn' });
  });

  test('what was not published is said, never shown as nought', async () => {
    expect(await open(overview, { org: closed.code })).toMatchObject({
      state: 'blank',
      blank: { why: 'not-on-that-day', newest: '2026-06-01' },
    });
    expect(await open(overview, { org: oak.code })).toMatchObject({ blank: { why: 'never-published', newest: null } });
    expect(await open(overview, { org: alone.code })).toMatchObject({ state: 'blank' });
    const opened = await open(lists, { org: pcn.code });
    if (opened.state !== 'figures') throw new Error(opened.state);
    const members = membersOf(opened.figures, '2026-07-01');
    expect(members).toMatchObject([
      { organisation: { code: elm.code }, total: 9_100, share: 1, change: { difference: 100 } },
      { organisation: { code: oak.code }, total: null, share: null, change: null, share65plus: null },
    ]);
    expect(profileCsv(opened.profile, members)).toContain(
      `${oak.code},Oak Surgery,Practice,2026-07-01,Registered patients,,,,`,
    );
  });

  test('an unknown code, an unknown month and an area that is not there are named, and the rest is shown', async () => {
    expect(await open(overview, { org: 'Z99999' })).toMatchObject({ state: 'search', unknown: 'Z99999' });
    expect(await open(overview, { org: elm.code, period: '2019-05' })).toMatchObject({
      wrong: [{ name: 'period' }],
      profile: { period: '2026-07-01' },
    });
    expect(await open(overview, { org: alone.code, compare: 'pcn', period: '2026-06' })).toMatchObject({
      state: 'blank',
    });
    expect(await open(overview, { org: elm.code, compare: 'icb' })).toMatchObject({
      wrong: [{ name: 'compare' }],
      profile: { comparator: { id: 'england' } },
    });
  });

  test('R49 a closed organisation opens with its status and its successor', async () => {
    await db.organisation.update({ where: { code: closed.code }, data: { successorCode: elm.code } });
    expect(await open(overview, { org: closed.code, period: '2026-06' })).toMatchObject({
      profile: { organisation: { status: 'closed', successor: { code: elm.code, name: 'Elm Surgery' } } },
    });
  });
});
