import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { listActivity, openActivity, statement } from '@/lib/audit/queries/list-activity';
import { csvOf, jsonOf } from '@/lib/audit/rules/file';
import { type ActivityFilters, activityFilters } from '@/lib/audit/schema';
import { actionWords } from '@/lib/audit/words';
import type { Person } from '@/lib/core/viewer';
import { approve } from '@/lib/memberships/commands/approve';
import { demote } from '@/lib/memberships/commands/change-role';
import { remove } from '@/lib/memberships/commands/remove';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { query } from '@/lib/platform/db';
import { switchTo } from '@/lib/workspaces/commands';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, guarded, joined, later } from '../support/people';
import { countStatements } from '../support/statements';

const { db } = await testDatabase();
const filters = (wanted: Partial<ActivityFilters> = {}): ActivityFilters => activityFilters.parse({ ...wanted });
const authoriser = { name: 'Dr Example', position: 'GP partner', checked: 'Called the practice' };

async function aPractice() {
  const { code } = await anOrganisation();
  const admin = await aPerson({ name: 'Anna Admin' });
  const second = await aPerson({ name: 'Said Second' });
  const rows = { admin: await joined(admin, code, 'admin'), second: await joined(second, code, 'admin') };
  return { code, admin, second, rows };
}

async function asks(code: string, name = 'Amir Asker') {
  const person = await aPerson({ name });
  const asked = await requestToJoin(person, { code, claim: 'partner', claimOther: '', message: 'A secret message' });
  if (!asked.ok) throw new Error(asked.refusal);
  return { person, id: asked.value.id };
}

const read = async (viewer: Person, trail: Parameters<typeof listActivity>[1], wanted: Partial<ActivityFilters> = {}) =>
  (await listActivity(viewer, trail, filters(wanted)))?.entries ?? null;

async function fileOf(viewer: Person, trail: Parameters<typeof listActivity>[1], format: 'csv' | 'json') {
  const batches = await openActivity(viewer, trail, filters());
  if (!batches) return null;
  const about = { whose: 'test', filters: filters(), made: viewer.now };
  let text = '';
  for await (const part of format === 'csv' ? csvOf(batches) : jsonOf(batches, about)) text += part;
  return text;
}

describe('who reads which trail', () => {
  it('R59 R03 an admin reads who did what about whom in plain words, of the own organisation alone', async () => {
    const { code, admin } = await aPractice();
    const other = await aPractice();
    const elsewhere = await asks(other.code, 'Elsa Elsewhere');
    expect(await approve(other.admin, { id: elsewhere.id, role: 'member' })).toMatchObject({ ok: true });
    const { id } = await asks(code);
    expect(await approve(later(admin, 60_000), { id, role: 'admin' })).toMatchObject({ ok: true });

    const entries = await read(later(admin, 120_000), { code });
    expect(entries?.map(({ who, what, about }) => [who.name, what, about?.name ?? null])).toEqual([
      ['Anna Admin', 'Approved a request as an admin', 'Amir Asker'],
      ['Amir Asker', 'Asked to join', null],
    ]);
    expect(entries?.[0]?.reference).toMatch(/^R-/);
    expect(JSON.stringify(entries)).not.toContain('Elsa');
    // What was written, and the addresses, are no part of it.
    expect(JSON.stringify(entries)).not.toMatch(/secret|example\.nhs\.uk/);
  });

  it('R01 R03 to members, strangers, other admins, the PCN and the platform there is no such page; removed at once', async () => {
    const pcn = await anOrganisation({ kind: 'pcn' });
    const { code, admin, second, rows } = await aPractice();
    await db.organisation.update({ where: { code }, data: { pcnCode: pcn.code } });
    const [member, stranger, pcnAdmin, platform] = [
      await aPerson(),
      await aPerson(),
      await aPerson(),
      await aPerson({ platformAdmin: true }),
    ];
    await joined(member, code, 'member');
    await joined(pcnAdmin, pcn.code, 'admin');
    const other = await aPractice();
    for (const viewer of [member, stranger, pcnAdmin, platform, other.admin]) {
      expect(await listActivity(viewer, { code }, filters())).toBeNull();
      expect(await openActivity(viewer, { code }, filters())).toBeNull();
    }
    expect(await listActivity(second, { code }, filters())).not.toBeNull();
    expect(await demote(admin, { id: rows.second.id })).toMatchObject({ ok: true });
    expect(await listActivity(second, { code }, filters())).toBeNull();
    expect(await listActivity(admin, { code }, filters())).not.toBeNull();
  });

  it('R33 an admin whose powers rest reads nothing, with a factor everything', async () => {
    const { code, admin } = await aPractice();
    const after = later(admin, 60 * 86_400_000);
    expect(await listActivity(after, { code }, filters())).toBeNull();
    await guarded(admin);
    expect(await listActivity(after, { code }, filters())).not.toBeNull();
  });

  it('R01 the platform’s trail is for platform administrators alone, asked of the database', async () => {
    const platform = await aPerson({ platformAdmin: true });
    const { admin } = await aPractice();
    expect(await listActivity(platform, 'platform', filters())).not.toBeNull();
    for (const viewer of [admin, { ...admin, platformAdmin: true }]) {
      expect(await listActivity(viewer, 'platform', filters())).toBeNull();
    }
    await db.user.update({ where: { id: platform.userId }, data: { platformAdminSince: null } });
    expect(await listActivity(platform, 'platform', filters())).toBeNull();
  });

  it('R07 an organisation reads its presets and not who worked when; the platform team the other way round', async () => {
    const { code, admin, rows } = await aPractice();
    const platform = await aPerson({ platformAdmin: true });
    expect(await switchTo(admin, rows.admin.id)).toMatchObject({ ok: true });
    const saved = await db.audit.create({
      data: { at: admin.now, action: 'preset.saved', actorKind: 'user', actorId: admin.userId, orgCode: code },
    });
    const own = await read(admin, { code });
    expect(own?.map(({ action }) => action)).toEqual(['preset.saved']);
    const theirs = await read(platform, 'platform', { org: code });
    expect(theirs?.map(({ action }) => action)).toEqual(['workspace.switched']);
    // Asking for a group of the other trail shows all of the own one, and nothing of the other.
    expect((await read(admin, { code }, { kind: 'workspaces' }))?.map(({ id }) => id)).toEqual([saved.id]);
  });

  it('R07 an organisation reads “the platform team”, never who of them, also when it looks for the name', async () => {
    const { code } = await anOrganisation();
    const platform = await aPerson({ platformAdmin: true, name: 'Petra Platform' });
    const { id, person } = await asks(code);
    expect(await approve(platform, { id, role: 'admin', authoriser })).toMatchObject({ ok: true });
    await joined(platform, code, 'member');
    const entries = await read(person, { code });
    expect(entries?.map(({ who }) => who)).toContainEqual({ name: 'The platform team', id: null });
    expect(JSON.stringify(entries)).not.toContain('Petra');
    expect(await read(person, { code }, { q: 'Petra' })).toEqual([]);
    expect(await read(person, { code }, { person: platform.userId })).toEqual([]);
    expect((await read(platform, 'platform', { q: 'Petra' }))?.[0]).toMatchObject({ who: { name: 'Petra Platform' } });
  });

  it('R63 whoever was erased stands there as a former member, two of them told apart', async () => {
    const { code, admin } = await aPractice();
    const [one, other] = [await asks(code), await asks(code)];
    for (const { person } of [one, other]) {
      await db.user.update({
        where: { id: person.userId },
        data: { name: 'Former member', email: null, state: 'closed' },
      });
    }
    const names = (await read(admin, { code }))?.map(({ who }) => who.name) ?? [];
    expect(names).toEqual(expect.arrayContaining([`Former member ${one.person.userId.slice(0, 4)}`]));
    expect(new Set(names).size).toBe(2);
    expect((await read(admin, { code }, { person: one.person.userId }))?.length).toBe(1);
  });
});

describe('looking for entries', () => {
  it('narrows by kind, by name on either side, by account and by days in England', async () => {
    const { code, admin, second, rows } = await aPractice();
    const { id, person } = await asks(code, 'Zoe Zimmer');
    // 23:30 in London on 30 June is 22:30 in UTC.
    await approve({ ...admin, now: new Date('2026-06-30T22:30:00Z') }, { id, role: 'member' });
    await remove({ ...admin, now: new Date('2026-06-30T23:30:00Z') }, { id, reason: 'Left' });
    await demote(admin, { id: rows.second.id });
    const what = async (wanted: Partial<ActivityFilters>) =>
      (await read(admin, { code }, wanted))?.map(({ action }) => action.split('.')[1]);
    expect(await what({ kind: 'requests' })).toEqual(expect.arrayContaining(['request', 'approve']));
    expect(await what({ kind: 'members' })).toEqual(['demote', 'remove']);
    expect((await what({ q: 'zimm' }))?.sort()).toEqual(['approve', 'remove', 'request']);
    expect(await what({ q: '%' })).toEqual([]);
    expect(await what({ person: second.userId })).toEqual(['demote']);
    expect(await what({ from: '2026-06-30', to: '2026-06-30' })).toEqual(['approve']);
    expect(await what({ from: '2026-07-01', to: '2026-07-01' })).toEqual(['remove']);
    expect((await what({ person: person.userId }))?.length).toBe(3);
  });

  it('what the address bar makes of it falls away', () => {
    expect(
      activityFilters.parse({ kind: 'x', from: '2026-02-31', to: '1', person: 'x', org: "'", after: 'x', q: ['a'] }),
    ).toEqual({ kind: '', q: '', person: '', org: '', from: '', to: '', after: 'x' });
  });

  it('S10 pages by keyset: every entry once, also those of one moment; two statements a page', async () => {
    const { code, admin } = await aPractice();
    const many = Array.from({ length: 60 }, () => ({
      at: admin.now,
      action: 'membership.nudge',
      actorKind: 'user',
      actorId: admin.userId,
      orgCode: code,
    }));
    await db.audit.createMany({ data: many });
    const seen: string[] = [];
    let after = '';
    do {
      const page = await listActivity(admin, { code }, filters({ after }));
      seen.push(...(page?.entries.map(({ id }) => id) ?? []));
      after = page?.next ?? '';
    } while (after);
    expect(seen.length).toBe(60);
    expect(new Set(seen).size).toBe(60);
    expect(await countStatements(() => listActivity(admin, { code }, filters({ q: 'Anna' })))).toBe(2);
    expect(await listActivity({ ...admin, userId: randomUUID() }, { code }, filters())).toBeNull();
  });

  it('finds a page by index among 30,000 entries, whatever is asked for', async () => {
    const { code, admin } = await aPractice();
    const platform = await aPerson({ platformAdmin: true });
    await db.$executeRaw`insert into audit (at, action, actor_kind, actor_id, org_code, data)
      select now() - n * interval '1 minute', 'membership.nudge', 'user', gen_random_uuid(), 'X' || n % 500, '{}'
      from generate_series(1, 30000) n`;
    await db.$executeRawUnsafe('analyze audit');
    const org = { code };
    for (const [trail, wanted] of [
      [org, {}],
      [org, { q: 'Anna' }],
      [org, { person: admin.userId, kind: 'requests' }],
      ['platform', {}],
      ['platform', { person: platform.userId }],
      ['platform', { q: 'Petra' }],
      ['platform', { org: code }],
      ['platform', { after: `2026-11-24T10:00:00.000Z_${randomUUID()}` }],
    ] as const) {
      const { sql, values } = statement(trail, filters(wanted), filters(wanted).after, 26);
      const plan = (await query<{ 'QUERY PLAN': string }>(`explain ${sql}`, values))
        .map(row => row['QUERY PLAN'])
        .join('\n');
      // Months without an entry may be looked through.
      expect(plan, JSON.stringify([trail, wanted])).not.toMatch(/Seq Scan on audit\S* .*rows=\d{3}/);
      expect(plan).toMatch(/Index Scan/);
    }
  });
});

describe('R59 the file', () => {
  it('R59 has a header row, times in UTC, and nothing that a spreadsheet runs', async () => {
    const { code, admin } = await aPractice();
    for (const name of [
      '=HYPERLINK("http://evil.example")',
      '+44 1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      ' =1',
      '＝1',
      'Doe, "J"',
    ]) {
      await asks(code, name);
    }
    const text = (await fileOf(admin, { code }, 'csv')) ?? '';
    const [head, ...lines] = text.slice(1).split('\r\n');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(head).toBe('time_utc,who,what,about_whom,organisation_code,organisation,request,entry');
    expect(lines.filter(Boolean).length).toBe(8);
    for (const line of lines.filter(Boolean)) expect(line).toMatch(/^2026-11-24T10:00:00\.000Z,/);
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    for (const cell of text.split(/[\r\n,]+/)) expect(cell).not.toMatch(/^"?\s*[=+\-@＝]/);
    expect(text).toContain('"Doe, ""J"""');
  });

  it('R59 R07 as JSON it says of whom and when it was made; neither holds tokens, digests, addresses or other rows', async () => {
    const { code, admin } = await aPractice();
    const other = await aPractice();
    await asks(other.code, 'Elsa Elsewhere');
    await asks(code);
    const json = JSON.parse((await fileOf(admin, { code }, 'json')) ?? '');
    expect(json).toMatchObject({ trail: 'test', made: admin.now.toISOString(), filters: {} });
    expect(json.entries).toHaveLength(1);
    expect(json.entries[0]).toMatchObject({ who: 'Amir Asker', entry: 'membership.request', organisation: { code } });
    for (const format of ['csv', 'json'] as const) {
      const text = (await fileOf(admin, { code }, format)) ?? '';
      expect(text).not.toMatch(/Elsa|secret|@|[0-9a-f]{64}|session-of/);
    }
  });

  it('an empty trail is a whole file too', async () => {
    const { code, admin } = await aPractice();
    expect(JSON.parse((await fileOf(admin, { code }, 'json')) ?? '')).toMatchObject({ entries: [] });
    expect((await fileOf(admin, { code }, 'csv'))?.trim().split('\r\n')).toHaveLength(1);
  });
});

describe('words', () => {
  it('what an older version wrote is shown as it was written, and numbers read as they should', () => {
    expect(actionWords('thing.of-old')).toBe('thing.of-old');
    expect(actionWords('session.ended-by-platform', { count: 1 })).toBe('Ended 1 session of an account');
    expect(actionWords('session.others-ended', { count: 3 })).toBe('Signed out on 3 other devices');
  });
});
