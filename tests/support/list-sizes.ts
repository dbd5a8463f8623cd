import { randomUUID } from 'node:crypto';
import { ENGLAND } from '@/lib/organisations/schema';
import { db } from '@/lib/platform/db';

/** Registered patients of organisations on one day, as a load would leave them; that load is the current one. */
export async function listSizesLoaded(period: string, totals: Record<string, number>, loadedAt: Date): Promise<string> {
  const id = randomUUID();
  const day = new Date(period);
  await db().dataset.upsert({ where: { id: 'list-sizes' }, create: { id: 'list-sizes' }, update: {} });
  await db().datasetLoad.create({
    data: { id, datasetId: 'list-sizes', state: 'loaded', period: day, fileName: 'file.zip', sha256: id, loadedAt },
  });
  await db().organisation.upsert({
    where: { code: ENGLAND },
    create: { code: ENGLAND, kind: 'country', name: 'ENGLAND', displayName: 'England' },
    update: {},
  });
  for (const [code, total] of Object.entries({ ...totals, [ENGLAND]: 60_000_000 })) {
    const own = { total, ...bandsOf(total), loadId: id };
    await db().listSize.upsert({
      where: { code_period: { code, period: day } },
      create: { code, period: day, ...own },
      update: own,
    });
  }
  await db().dataset.update({ where: { id: 'list-sizes' }, data: { currentId: id } });
  return id;
}

/** Half are men, half women; a fifth of each are 65 to 69, the others 30 to 34. */
function bandsOf(total: number): { male: number[]; female: number[] } {
  const split = (count: number) =>
    Array.from({ length: 20 }, (_, band) => {
      const old = Math.round(count / 5);
      if (band === 13) return old;
      return band === 6 ? count - old : 0;
    });
  const male = Math.floor(total / 2);
  return { male: split(male), female: split(total - male) };
}
