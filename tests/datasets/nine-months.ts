import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { importFile } from '@/lib/datasets/commands/import-file';
import { followRegister } from '@/lib/memberships/commands/follow-register';
import { listRegisterNews } from '@/lib/memberships/queries/list-register-news';
import { findOrganisation, findPcnOfPractice } from '@/lib/organisations/queries/find-organisation';
import { query } from '@/lib/platform/db';
import { testDatabase } from '../support/database';
import { aPerson, joined } from '../support/people';
import { file } from './files';
import { mapText, nineMonthsEarlier, rowsOf } from './maps';
import { everything, machine, one } from './register';

type MapFile = { path: string; fileName: string };

/** A difference as large as nine real months: July 2026 from the file, October 2025 made of it. */
export async function nineMonths(julyFile: MapFile, text: string): Promise<void> {
  const { db } = await testDatabase();
  const now = rowsOf(text);
  const before = nineMonthsEarlier(now);
  const october = file('gp-reg-pat-prac-map_2025-10.csv', mapText(before.rows, '01Oct2025'));
  const imported = (of: MapFile) => importFile(machine, of);
  const first = (codes: readonly string[]) => codes[0] ?? '';
  // One member in each kind of organisation that something happens to, and presets in each.
  const places = {
    vanished: first(before.vanished),
    moved: before.moved.at(-1) ?? '',
    renamed: first(before.renamed),
    merged: before.merged.find(code => !before.moved.includes(code) && !before.renamed.includes(code)) ?? '',
    gone: first(before.gone),
  };
  const people = new Map<string, Awaited<ReturnType<typeof aPerson>>>();
  const belongings = async () => ({
    memberships: await query('SELECT id, user_id, org_code, state, role, state_since FROM memberships ORDER BY id', []),
    presets: await query('SELECT id, owner_id, org_code, settings FROM presets ORDER BY id', []),
  });
  const mails = () => one<number>('SELECT count(*)::int FROM mails');
  const follow = async () => {
    const loads = await query<{ id: string }>('SELECT id FROM dataset_loads', []);
    for (const { id } of loads) await followRegister({ kind: 'register', now: machine.now, requestId: 'test' }, id);
  };

  it('the earlier month is taken first, and people and presets settle in it', async () => {
    expect(await imported(october)).toMatchObject({ ok: true, value: [{ added: { practice: now.length + 63 } }] });
    for (const [place, code] of Object.entries(places)) {
      const person = await aPerson();
      people.set(place, person);
      await joined(person, code, place === 'vanished' ? 'admin' : 'member');
      await db.preset.create({
        data: {
          ...{
            requestId: randomUUID(),
            ownerId: person.userId,
            orgCode: code,
            name: place,
            tool: 'practice-list-size',
          },
          ...{ toolVersion: 1, settings: { org: code }, vintage: [] },
        },
      });
    }
    expect(people.size).toBe(5);
  });

  it('the later month brings the whole difference, and memberships and presets survive it', async () => {
    const kept = await belongings();
    const result = await imported(julyFile);
    expect(result).toMatchObject({
      ok: true,
      value: [
        { added: { pcn: 7 }, closed: { practice: 63, pcn: 6 }, events: { closed: 69, 'moved-pcn': 55, renamed: 64 } },
      ],
    });
    const counted = (change: string, kind: string) =>
      one(
        `SELECT count(*)::int FROM register_changes c JOIN organisations o USING (code) WHERE c.change = $1 AND o.kind = $2::organisation_kind`,
        [change, kind],
      );
    expect(await counted('moved-icb', 'practice')).toBe(1610);
    expect(await counted('closed', 'practice')).toBe(63);
    expect(await counted('moved-pcn', 'practice')).toBe(55);
    expect(await belongings()).toEqual(kept);
    expect(await one(`SELECT count(*)::int FROM pgboss.job WHERE name = 'follow-register'`)).toBe(1);
  });

  it('old codes still answer, and "my PCN" follows the register', async () => {
    expect(await findOrganisation(places.vanished)).toMatchObject({ status: 'missing', linkable: false });
    const row = now.find(each => each.PRACTICE_CODE === places.moved);
    expect(await findPcnOfPractice(places.moved)).toMatchObject({ code: row?.PCN_CODE });
    expect(await findOrganisation(places.renamed)).toMatchObject({ status: 'open', linkable: true });
  });

  it('those whose organisation has gone are told once; of a move, a name or an ICB nobody gets a mail', async () => {
    await follow();
    const told = await query<{ user_id: string }>('SELECT user_id FROM mails ORDER BY user_id', []);
    const gone = [people.get('vanished')?.userId, people.get('gone')?.userId];
    expect(told.map(mail => mail.user_id)).toEqual(gone.sort());
    await follow();
    expect(await mails()).toBe(2);
  });

  it('everybody finds on their own pages what happened to theirs', async () => {
    const newsOf = async (place: string) => {
      const person = people.get(place);
      return person ? listRegisterNews({ ...person, now: machine.now }) : [];
    };
    expect(await newsOf('vanished')).toMatchObject([{ news: 'closed', successors: [] }]);
    expect(await newsOf('gone')).toMatchObject([{ news: 'closed', kind: 'pcn' }]);
    expect(await newsOf('moved')).toMatchObject([{ news: 'moved-pcn' }]);
    expect(await newsOf('renamed')).toMatchObject([{ news: 'renamed' }]);
    expect(await newsOf('merged')).toEqual([]);
  });

  it('twice changes nothing and tells nobody', async () => {
    const held = await everything();
    expect(await imported(julyFile)).toMatchObject({ ok: true, value: [{ nothingChanged: true }] });
    await follow();
    expect(await everything()).toEqual(held);
    expect(await mails()).toBe(2);
  });

  it('out of order is refused, changes nothing and tells nobody', async () => {
    const held = await everything();
    expect(await imported(october)).toMatchObject({ ok: false, refusal: 'older' });
    await follow();
    expect(await everything()).toEqual(held);
    expect(await mails()).toBe(2);
  });

  it('forced back and forth, nobody is told of the same closing twice', async () => {
    expect(await importFile(machine, { ...october, force: true })).toMatchObject({ ok: true });
    expect(await findOrganisation(places.vanished)).toMatchObject({ status: 'open', linkable: true });
    await follow();
    const reopened = await mails();
    expect(reopened).toBe(4);
    expect(await imported(julyFile)).toMatchObject({ ok: true, value: [{ closed: { practice: 63 } }] });
    await follow();
    expect(await mails()).toBe(reopened);
    expect((await belongings()).memberships).toHaveLength(5);
  });
}
