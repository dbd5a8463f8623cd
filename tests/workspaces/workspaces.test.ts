import { describe, expect, test } from 'vitest';
import { findPerson } from '@/lib/accounts/queries/find-person';
import { takeNotices } from '@/lib/web/notice';
import { switchTo } from '@/lib/workspaces/commands';
import { findLostWorkspace, findSurroundings, findWorkspace } from '@/lib/workspaces/queries';
import { pageAfterSwitch, recentlyUsed, workspaceMark } from '@/lib/workspaces/rules';
import { testDatabase } from '../support/database';
import { anOrganisation, anonymous, aPerson, joined, later, tuesday } from '../support/people';
import { countStatements } from '../support/statements';

const { db } = await testDatabase();
const moment = { now: tuesday, requestId: 'test' };

async function member(name = 'Elm Surgery', kind: 'practice' | 'pcn' = 'practice') {
  const person = await aPerson();
  const organisation = await anOrganisation({ name, kind });
  const membership = await joined(person, organisation.code, 'member');
  return { person, organisation, membership };
}

describe('which workspaces there are', () => {
  test('R44 what stands around a page is one statement and names active and pending memberships only', async () => {
    const { person, organisation } = await member();
    const [asked, gone, foreign] = [await anOrganisation(), await anOrganisation(), await anOrganisation()];
    const pending = await joined(person, asked.code, 'member');
    await db.membership.update({ where: { id: pending.id }, data: { state: 'pending', role: null } });
    const removed = await joined(person, gone.code, 'member');
    await db.membership.update({ where: { id: removed.id }, data: { state: 'removed', role: null } });
    await joined(await aPerson(), foreign.code, 'admin');
    await findSurroundings(person);
    let found = await findSurroundings(anonymous());
    const statements = await countStatements(async () => {
      found = await findSurroundings(person);
    });
    expect(statements).toBe(1);
    expect(found.workspaces.map(({ code }) => code)).toEqual([organisation.code]);
    expect(found.pending.map(({ code }) => code)).toEqual([asked.code]);
    expect(found.demonstration).toBe(false);
  });

  test('a visitor has no workspaces', async () => {
    expect(await findSurroundings(anonymous())).toEqual({ demonstration: false, workspaces: [], pending: [] });
  });

  test('R44 a link opens the workspace it names only for those who are active in it', async () => {
    const { person, organisation, membership } = await member();
    expect(await findWorkspace(person, ` ${organisation.code.toLowerCase()} `)).toEqual({
      membershipId: membership.id,
      code: organisation.code,
      name: 'Elm Surgery',
      kind: 'practice',
      role: 'member',
      closed: false,
    });
    expect(await findWorkspace(await aPerson(), organisation.code)).toBeNull();
    expect(await findWorkspace(anonymous(), organisation.code)).toBeNull();
    await db.membership.update({ where: { id: membership.id }, data: { state: 'removed', role: null } });
    expect(await findWorkspace(person, organisation.code)).toBeNull();
  });
});

describe('switching', () => {
  test('R44 a switch is one statement, is remembered as the last use, told once, and noted without a name', async () => {
    const { person, organisation, membership } = await member();
    const soon = later(person, 1000);
    let outcome: unknown;
    const statements = await countStatements(async () => {
      outcome = await switchTo(soon, membership.id);
    });
    expect(outcome).toEqual({
      ok: true,
      value: { membershipId: membership.id, code: organisation.code, name: 'Elm Surgery' },
    });
    expect(statements).toBe(1);
    expect(await takeNotices(person)).toMatchObject([
      { tone: 'success', text: `You are now working as Elm Surgery (${organisation.code}).` },
    ]);
    const row = await db.membership.findUniqueOrThrow({ where: { id: membership.id } });
    expect(row.lastUsedAt).toEqual(soon.now);
    const notes = await db.audit.findMany({ where: { actorId: person.userId } });
    expect(notes).toMatchObject([{ action: 'workspace.switched', orgCode: organisation.code, data: {} }]);
  });

  test("R44 somebody else's membership, a pending one and a lost one are refused alike, and nothing is changed", async () => {
    const { person, membership } = await member();
    const stranger = await aPerson();
    const refused = { ok: false, refusal: 'not-yours', facts: {} };
    expect(await switchTo(stranger, membership.id)).toEqual(refused);
    for (const state of ['pending', 'removed', 'left', 'lapsed'] as const) {
      await db.membership.update({ where: { id: membership.id }, data: { state, role: null } });
      expect(await switchTo(person, membership.id)).toEqual(refused);
    }
    expect((await db.membership.findUniqueOrThrow({ where: { id: membership.id } })).lastUsedAt).toBeNull();
    expect(await db.audit.count({ where: { actorId: { in: [person.userId, stranger.userId] } } })).toBe(0);
    expect(await db.notice.count({ where: { sessionId: { in: [person.sessionId, stranger.sessionId] } } })).toBe(0);
    await db.membership.update({ where: { id: membership.id }, data: { state: 'active', role: 'member' } });
    expect(await switchTo(person, membership.id)).toMatchObject({ ok: true });
  });

  test('the public view is always one of the choices', async () => {
    const person = await aPerson();
    expect(await switchTo(person, null)).toEqual({ ok: true, value: null });
    expect(await takeNotices(person)).toMatchObject([{ text: expect.stringContaining('public view') }]);
    expect(await db.audit.count({ where: { actorId: person.userId, action: 'workspace.left' } })).toBe(1);
  });
});

describe('a cookie that names a lost workspace', () => {
  test('R47 it degrades to the public view, never to another organisation, and what was lost can be named', async () => {
    const { person, organisation, membership } = await member('Elm Surgery');
    await joined(person, (await anOrganisation({ name: 'Oak Surgery' })).code, 'admin');
    expect((await findPerson(person.sessionToken, membership.id, moment))?.workspace?.code).toBe(organisation.code);
    await db.membership.update({ where: { id: membership.id }, data: { state: 'removed', role: null } });
    const after = await findPerson(person.sessionToken, membership.id, moment);
    expect(after).toMatchObject({ workspace: null, lostWorkspace: true });
    expect(await findLostWorkspace(person, membership.id)).toEqual({ code: organisation.code, name: 'Elm Surgery' });
  });

  test("R44 a tampered cookie grants nothing and does not name somebody else's organisation", async () => {
    const { membership } = await member();
    const stranger = await aPerson();
    for (const wanted of [membership.id, 'none', "' or true --", '../../etc']) {
      const viewer = await findPerson(stranger.sessionToken, wanted, moment);
      expect(viewer).toMatchObject({ workspace: null, lostWorkspace: true });
      expect(await findLostWorkspace(stranger, wanted)).toBeNull();
    }
    expect(await findPerson(stranger.sessionToken, null, moment)).toMatchObject({ lostWorkspace: false });
  });
});

describe('rules', () => {
  test('a switch stays on the page and drops what belonged to the other workspace', () => {
    const to = { code: 'U12345' };
    expect(pageAfterSwitch('/tools/practice-overview/?org=A81001&period=2026-07&preset=x', to)).toBe(
      '/tools/practice-overview/?period=2026-07',
    );
    expect(pageAfterSwitch('/w/A81001/members/', to)).toBe('/w/U12345/');
    expect(pageAfterSwitch('/w/A81001/members/', null)).toBe('/accounts/profile/');
    expect(pageAfterSwitch('/workspaces/', to)).toBe('/workspaces/');
    expect(pageAfterSwitch('/accounts/profile/', null)).toBe('/accounts/profile/');
  });

  test('the three used last stand first', () => {
    const used = ['2026-01', null, '2026-03', '2026-02', '2026-04'].map((lastUsedAt, at) => ({
      id: `${at}`,
      lastUsedAt,
    }));
    expect(recentlyUsed(used)).toEqual(['4', '2', '3']);
  });

  test('R45 a form is marked with the workspace it was made in', () => {
    expect(workspaceMark({ code: 'A81001' })).toBe('A81001');
    expect(workspaceMark(null)).toBe('none');
  });
});
