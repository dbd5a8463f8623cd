import type { PoolClient } from 'pg';
import { refuse } from '@/lib/core/result';
import type { Actor } from '@/lib/core/viewer';
import { dayOfName } from '../rules/dates';
import { belowFloor } from '../rules/floors';
import type { Parsed } from '../rules/parsed';
import { isPracticeSetting } from '../rules/registers';
import type { DatasetId, ImportReport, Progress } from '../schema';
import { type Figures, merges } from './merge';
import type { ReadTable } from './read-tables';
import { recordChanges } from './record-changes';
import { census, type RegisterState, registerState } from './register-state';
import { replaceDemonstration } from './replace-demonstration';
import { differences, settle } from './settle';
import { stage, stageSizes } from './stage';
import { type Loading, note, type Refusing } from './transaction';

export type Order = {
  fileName: string;
  force: boolean;
  dryRun: boolean;
  askedBy?: string | null;
  onProgress?: ((progress: Progress) => void) | undefined;
};

/** Writes one table into the open transaction, or undoes all of it with the refusal. */
export async function loadTable(
  actor: Actor,
  { client, undo }: Loading<ImportReport[]>,
  { layout: { dataset }, sha256, parsed }: ReadTable,
  { fileName, force, dryRun, askedBy, onProgress }: Order,
): Promise<ImportReport> {
  const begun = performance.now();
  const state = await registerState(client);
  const period = parsed.period ?? dayOfName(fileName) ?? parsed.newestDay ?? today(actor);
  const current = state.periods[dataset] ?? null;
  const untimely = outOfTurn({ dataset, period, current, real: state.real, force });
  if (untimely) undo(untimely);
  onProgress?.({ stage: 'writing', rows: parsed.rows });
  const replacedDemonstration = state.demonstration;
  if (replacedDemonstration) await replaceDemonstration(client, actor);
  const kept = practicesOnly(dataset, parsed, state);
  await stage(client, kept);
  await stageSizes(
    client,
    kept.sizes.map(size => ({ ...size, period })),
  );
  const counted = await census(client, dataset, parsed);
  const low = force ? null : belowFloor(counted);
  if (low) undo(refuse(low, { ...counted, found: counted[FOUND[low] ?? 'practices'] ?? null }));

  const loadId = await newLoad(client, actor, { dataset, period, fileName, sha256, rows: parsed.rows, askedBy });
  const mapPeriod = dataset === 'practice-map' ? period : (state.periods['practice-map'] ?? null);
  const figures = await merges[dataset]({ client, loadId, period, mapPeriod, now: actor.now });
  onProgress?.({ stage: 'finishing', rows: parsed.rows });
  // The first load fills empty tables: without fresh statistics what follows is planned for none.
  await client.query('ANALYZE organisations, list_sizes');
  // History may be added behind what is shown: an older month of figures does not become the current one.
  if (!GATHERS.has(dataset) || !current || period >= current)
    await client.query('UPDATE datasets SET current_id = $2 WHERE id = $1', [dataset, loadId]);
  await settle({ client, loadId, period, mapPeriod, now: actor.now });
  const changes = await differences(client);
  const events = replacedDemonstration ? {} : await recordChanges({ client, loadId, period, now: actor.now });
  const report: ImportReport = {
    ...{
      dataset,
      fileName,
      period,
      sha256,
      rows: parsed.rows,
      patients: parsed.patients,
      replacedDemonstration,
      dryRun,
    },
    ...changes,
    events,
    figuresAdded: figures.added,
    figuresChanged: figures.changed,
    skipped: skipped(kept, figures),
    nothingChanged: isHeld(dataset, period, current) && isNothing(changes, figures),
    milliseconds: Math.round(performance.now() - begun),
  };
  await dropStaged(client);
  if (report.nothingChanged) return report;
  await client.query('UPDATE dataset_loads SET report = $2 WHERE id = $1', [loadId, JSON.stringify(report)]);
  await note(client, actor, {
    action: 'dataset.loaded',
    subject: loadId,
    data: { dataset, period, rows: parsed.rows },
  });
  await client.query(`SELECT pg_notify('organisations', $1)`, [loadId]);
  return report;
}

// What is added to what is held, whatever its day. Successions are published in two files, of which one is older.
const GATHERS = new Set<DatasetId>(['list-sizes', 'successors']);
const isHeld = (dataset: DatasetId, period: string, current: string | null) =>
  dataset === 'successors' ? current !== null && period <= current : current === period;

const MAKES_REGISTER = new Set<DatasetId>(['practice-map', 'practice-register']);
const FOUND: Record<string, 'practices' | 'pcns' | 'members'> = {
  'too-few-pcns': 'pcns',
  'too-few-members': 'members',
};
const today = (actor: Actor) => actor.now.toISOString().slice(0, 10);

// The register of prescribers holds hospitals and hubs too: they come in only if they are organisations here already.
function practicesOnly(dataset: DatasetId, parsed: Parsed, { known }: RegisterState): Parsed {
  if (dataset !== 'practice-register') return parsed;
  const organisations = parsed.organisations.filter(each => isPracticeSetting(each.setting) || known.has(each.code));
  const others = parsed.organisations.length - organisations.length;
  return { ...parsed, organisations, skipped: { ...parsed.skipped, 'not-a-practice': others } };
}

type Turn = { dataset: DatasetId; period: string; current: string | null; real: boolean; force: boolean };

function outOfTurn({ dataset, period, current, real, force }: Turn): Refusing | null {
  if (!MAKES_REGISTER.has(dataset) && !real) return refuse('register-first');
  return current && period < current && !force && dataset !== 'successors'
    ? refuse('older', { period, current })
    : null;
}

type NewLoad = {
  dataset: DatasetId;
  period: string;
  fileName: string;
  sha256: string;
  rows: number;
  askedBy?: string | null;
};

async function newLoad(client: PoolClient, actor: Actor, load: NewLoad): Promise<string> {
  await client.query('INSERT INTO datasets (id) VALUES ($1) ON CONFLICT DO NOTHING', [load.dataset]);
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO dataset_loads (dataset_id, state, period, file_name, sha256, rows, loaded_by_id, loaded_at)
     VALUES ($1, 'loaded', $2, $3, $4, $5, $6, $7) RETURNING id`,
    [
      load.dataset,
      load.period,
      load.fileName,
      load.sha256,
      load.rows,
      actor.kind === 'person' ? actor.userId : (load.askedBy ?? null),
      actor.now,
    ],
  );
  const id = rows[0]?.id;
  if (!id) throw new Error('a load was not written');
  return id;
}

function skipped({ skipped: own }: Parsed, { unknown, stillOpen = 0 }: Figures): ImportReport['skipped'] {
  return {
    ...own,
    ...(unknown > 0 ? { 'unknown-organisation': unknown } : {}),
    ...(stillOpen > 0 ? { 'still-open': stillOpen } : {}),
  };
}

function isNothing(changes: Awaited<ReturnType<typeof differences>>, figures: Figures): boolean {
  const organisations = Object.values(changes).some(kinds => Object.keys(kinds).length > 0);
  return !organisations && figures.added === 0 && figures.changed === 0;
}

// A workbook brings two tables in one transaction.
const dropStaged = (client: PoolClient) =>
  client.query('DROP TABLE staged, staged_spells, staged_successions, staged_sizes, before');
