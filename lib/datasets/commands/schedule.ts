import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Machine, Person } from '@/lib/core/viewer';
import { change } from '@/lib/platform/change';
import { query } from '@/lib/platform/db';
import { DATASETS, type DatasetId } from '../schema';
import { askForFetch } from './ask-import';

const KEY = 'datasets.weekly';

/** Turns weekly fetching on or off, for every dataset that has a source. */
export function setWeekly(viewer: Person, on: boolean): Promise<Result<null, 'not-permitted'>> {
  return change(viewer, async ({ db, now, note }) => {
    if (!viewer.platformAdmin) return refuse('not-permitted');
    const values = { value: on, updatedAt: now };
    await db.setting.upsert({ where: { key: KEY }, create: { key: KEY, ...values }, update: values });
    await note({ action: on ? 'dataset.weekly-on' : 'dataset.weekly-off' });
    return done(null);
  });
}

/** The weekly run: asks for what is published, one dataset after the other, if somebody has turned it on. */
export async function fetchWeekly(actor: Machine): Promise<number> {
  const due = await query<{ dataset: DatasetId }>(
    `SELECT id AS dataset FROM datasets WHERE source_url IS NOT NULL
       AND EXISTS (SELECT FROM settings WHERE key = $2 AND value = 'true'::jsonb)
     ORDER BY array_position($1, id)`,
    [DATASETS, KEY],
  );
  let asked = 0;
  for (const { dataset } of due) if ((await askForFetch(actor, dataset)).ok) asked++;
  return asked;
}
