import { describe, expect, it } from 'vitest';
import { findPersonPage } from '@/lib/accounts/queries/people';
import { removeFilters, saveFilters } from '@/lib/memberships/commands/save-filters';
import { listQueue } from '@/lib/memberships/queries/list-queue';
import { MOST_SAVED_FILTERS } from '@/lib/memberships/rules/saved-filters';
import { filterSaving, readFilters } from '@/lib/memberships/schema/queue';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined } from '../support/people';

const { db } = await testDatabase();
const staff = () => aPerson({ platformAdmin: true });
const late = { name: 'Late ones', filters: readFilters('age=late&waiting=all') };
type Staff = Awaited<ReturnType<typeof staff>>;
const listSaved = async (viewer: Staff) => (await listQueue(viewer, readFilters('')))?.saved ?? [];
const names = async (viewer: Staff) => (await listSaved(viewer)).map(({ name }) => name);

describe('saved filters of the platform queue', () => {
  it('R63 are kept for oneself alone, without what was searched for, and removed again', async () => {
    const [one, other] = [await staff(), await staff()];
    const filters = readFilters('q=asha&age=late&waiting=all&after=2026-11-24_x&unknown=1');
    expect(await saveFilters(one, { name: 'Late ones', filters })).toMatchObject({ ok: true });
    const [saved] = await listSaved(one);
    expect(saved).toMatchObject({ name: 'Late ones', search: 'age=late&waiting=all' });
    expect(await names(other)).toEqual([]);
    // A colleague cannot remove them; whoever saved them can.
    const id = saved?.id ?? '';
    expect(await removeFilters(other, id)).toMatchObject({ ok: false, refusal: 'not-found' });
    expect(await names(one)).toEqual(['Late ones']);
    expect(await removeFilters(one, id)).toMatchObject({ ok: true, value: { search: 'age=late&waiting=all' } });
    expect(await names(one)).toEqual([]);
    const written = await db.audit.findMany({ where: { subject: id }, orderBy: { at: 'asc' } });
    expect(written.map(({ action, orgCode }) => [action, orgCode])).toEqual(
      expect.arrayContaining([
        ['queue.filters-saved', null],
        ['queue.filters-removed', null],
      ]),
    );
    expect(JSON.stringify(written)).not.toContain('Late ones');
    // It is written down, but a colleague who looks at the account does not read it.
    await db.audit.create({ data: { at: one.now, action: 'account.renamed', actorKind: 'user', actorId: one.userId } });
    const seen = await findPersonPage(other, one.userId);
    expect(seen?.activity.map(({ action }) => action)).toEqual(['account.renamed']);
  });

  it('R01 R03 are for the platform team alone, and end with its membership', async () => {
    const { code } = await anOrganisation();
    const admin = await aPerson();
    await joined(admin, code, 'admin');
    // What the session believed counts for nothing.
    for (const stranger of [admin, { ...admin, platformAdmin: true }]) {
      expect(await saveFilters(stranger, late)).toMatchObject({ ok: false, refusal: 'not-found' });
    }
    const left = await staff();
    expect(await saveFilters(left, late)).toMatchObject({ ok: true });
    const [saved] = await listSaved(left);
    await db.user.update({ where: { id: left.userId }, data: { platformAdminSince: null } });
    expect(await names(left)).toEqual([]);
    expect(await removeFilters(left, saved?.id ?? '')).toMatchObject({ ok: false, refusal: 'not-found' });
    expect(await db.savedFilter.count({ where: { userId: { in: [admin.userId, left.userId] } } })).toBe(1);
  });

  it('have one name each and are saved once; without filters there is nothing to save', async () => {
    const viewer = await staff();
    expect(await saveFilters(viewer, late)).toMatchObject({ ok: true });
    expect(await saveFilters(viewer, late)).toMatchObject({ ok: true });
    const refusal = async (name: string, search: string) => {
      const answer = await saveFilters(viewer, { name, filters: readFilters(search) });
      return answer.ok ? null : answer.refusal;
    };
    expect(await refusal('LATE ONES', 'kind=pcn')).toBe('name-used');
    expect(await refusal('Others', 'waiting=all&age=late')).toBe('saved-already');
    expect(await refusal('Others', 'q=asha&waiting=platform&after=x')).toBe('nothing-narrowed');
    expect(await refusal('Others', 'kind=pcn')).toBeNull();
    expect(await names(viewer)).toEqual(['Late ones', 'Others']);
  });

  it(`are ${MOST_SAVED_FILTERS} at most, also when 20 are saved at the same moment, and the same saved 8 times is one`, async () => {
    const [many, same] = [await staff(), await staff()];
    const answers = await Promise.all([
      ...Array.from({ length: 20 }, (_, n) =>
        saveFilters(many, { name: `No ${n}`, filters: readFilters(`icb=Q${n}`) }),
      ),
      ...Array.from({ length: 8 }, () => saveFilters(same, late)),
    ]);
    expect(answers.slice(0, 20).filter(({ ok }) => ok)).toHaveLength(MOST_SAVED_FILTERS);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: 'too-many-saved' });
    expect(await names(many)).toHaveLength(MOST_SAVED_FILTERS);
    expect(answers.slice(20).every(({ ok }) => ok)).toBe(true);
    expect(await names(same)).toEqual(['Late ones']);
    const [first] = await listSaved(many);
    const removed = await Promise.all(Array.from({ length: 5 }, () => removeFilters(many, first?.id ?? '')));
    expect(removed.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it.each([
    ['', 'Give these filters a name'],
    ['   ', 'Give these filters a name'],
    ['x'.repeat(61), 'The name must be 60 characters or fewer'],
    ['x'.repeat(60), null],
    ['  Late   ones ', null],
  ])('R44 the name %j: %s', (name, message) => {
    const read = filterSaving.safeParse({ name, filters: 'age=late' });
    expect(read.error?.issues[0]?.message ?? null).toBe(message);
    if (name.includes('Late')) expect(read.data?.name).toBe('Late ones');
  });
});
