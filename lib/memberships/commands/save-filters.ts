import 'server-only';
import { mayAct } from '@/lib/core/powers';
import { done, type Refused, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { findPowers } from '../queries/find-powers';
import { keptSearch } from '../rules/queue-address';
import { maySave, type SaveRefusal } from '../rules/saved-filters';
import type { QueueFilters } from '../schema/queue';
import { lockPerson } from './load';

export type SavedFilterRefusal = SaveRefusal | 'not-found' | 'factor-needed';
type Named = { name: string };

/** Keeps filters of the platform queue under a name, for the viewer alone. Sent twice, they are kept once. */
export const saveFilters = (
  viewer: Person,
  { name, filters }: Named & { filters: QueueFilters },
): Promise<Result<Named, SavedFilterRefusal>> =>
  change<Named, SavedFilterRefusal>(viewer, async work => {
    const refused = await lacking(work, viewer);
    if (refused) return refused;
    // One after the other, so that they are counted and compared.
    await lockPerson(work.db, viewer.userId);
    const own = { userId: viewer.userId };
    const wanted = { name, search: keptSearch(filters) };
    const may = maySave(wanted, await work.db.savedFilter.findMany({ where: own }));
    if (may === 'same') return done({ name });
    if (may !== 'yes') return refuse(may);
    const { id } = await work.db.savedFilter.create({ data: { ...own, ...wanted, createdAt: work.now } });
    await work.note({ action: 'queue.filters-saved', subject: id });
    return done({ name });
  });

/** Removes filters of the viewer's own; nobody else's are found. */
export const removeFilters = (
  viewer: Person,
  id: string,
): Promise<Result<Named & { search: string }, SavedFilterRefusal>> =>
  change<Named & { search: string }, SavedFilterRefusal>(viewer, async work => {
    const refused = await lacking(work, viewer);
    if (refused) return refused;
    const where = { id, userId: viewer.userId };
    const found = await work.db.savedFilter.findFirst({ where, select: { name: true, search: true } });
    const { count } = await work.db.savedFilter.deleteMany({ where });
    if (!found || count === 0) return refuse('not-found');
    await work.note({ action: 'queue.filters-removed', subject: id });
    return done(found);
  });

/** The queue is there for the platform team alone, whose powers do not rest. */
async function lacking(work: Change, viewer: Person): Promise<Refused<SavedFilterRefusal> | null> {
  const powers = await findPowers(viewer, 'platform', work.db);
  if (powers.kind === 'none') return refuse('not-found');
  return mayAct(powers) ? null : refuse('factor-needed');
}
