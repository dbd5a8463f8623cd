import type { PoolClient } from 'pg';
import type { KindCounts } from '../schema';

type Settle = { client: PoolClient; loadId: string; period: string; mapPeriod: string | null; now: Date };

/** What follows from any load: parents of PCNs, who may be linked to, who took over, and the history of what changed. */
export async function settle({ client, loadId, period, mapPeriod, now }: Settle): Promise<void> {
  await client.query(PCN_PARENTS, [now]);
  await client.query(PRACTICE_PARENTS, [now]);
  await client.query(LINKABLE, [now, mapPeriod]);
  await client.query(SUCCESSORS, [now]);
  await client.query(CORRECT_VERSIONS, [period, loadId]);
  await client.query(END_VERSIONS, [period]);
  await client.query(BEGIN_VERSIONS, [period, loadId]);
}

type Differences = { added: KindCounts; changed: KindCounts; closed: KindCounts };

/** Compares the register with what it was when the load began. */
export async function differences(client: PoolClient): Promise<Differences> {
  const { rows } = await client.query<{ kind: keyof KindCounts; what: 'added' | 'changed' | 'closed'; count: number }>(
    DIFFERENCES,
  );
  const counts = { added: {}, changed: {}, closed: {} } satisfies Record<string, KindCounts>;
  for (const { kind, what, count } of rows) Object.assign(counts[what], { [kind]: count });
  return counts;
}

// Some PCNs span sub-ICBs: for display they stand where most of their patients do.
const PCN_PARENTS = `
  WITH votes AS (
    SELECT o.pcn_code, o.sub_icb_code, row_number() OVER (PARTITION BY o.pcn_code
      ORDER BY sum(coalesce(l.total, 0)) DESC, count(*) DESC, o.sub_icb_code) AS place
    FROM organisations o
    LEFT JOIN list_sizes l ON l.code = o.code AND l.period = (
      SELECT d.period FROM datasets s JOIN dataset_loads d ON d.id = s.current_id WHERE s.id = 'list-sizes')
    WHERE o.kind = 'practice' AND o.status = 'open' AND o.pcn_code IS NOT NULL AND o.sub_icb_code IS NOT NULL
    GROUP BY 1, 2
  )
  UPDATE organisations o SET sub_icb_code = s.code, icb_code = s.icb_code, region_code = s.region_code, updated_at = $1
  FROM votes v JOIN organisations s ON s.code = v.sub_icb_code
  WHERE o.code = v.pcn_code AND v.place = 1
    AND (o.sub_icb_code, o.icb_code, o.region_code) IS DISTINCT FROM (s.code, s.icb_code, s.region_code)`;

// Whoever the map does not place stands where their sub-ICB does.
const PRACTICE_PARENTS = `
  UPDATE organisations o SET icb_code = s.icb_code, region_code = s.region_code, updated_at = $1
  FROM organisations s
  WHERE s.code = o.sub_icb_code AND s.kind = 'sub_icb' AND o.kind IN ('practice', 'pcn') AND s.icb_code IS NOT NULL
    AND (o.icb_code, o.region_code) IS DISTINCT FROM (s.icb_code, s.region_code)
    AND (o.icb_code IS NULL OR o.mapped_on IS NULL)`;

const LINKABLE = `
  WITH due AS (
    SELECT code, coalesce(CASE kind
      WHEN 'practice' THEN (status IN ('open', 'dormant') AND mapped_on = $2::date)
        OR (status = 'open' AND setting IN ('4', 'RO76'))
      WHEN 'pcn' THEN status = 'open' END, false) AS linkable
    FROM organisations
  )
  UPDATE organisations o SET linkable = due.linkable, updated_at = $1
  FROM due WHERE due.code = o.code AND o.linkable <> due.linkable`;

// Successions are followed from organisations that are gone to those that are not: through chains and codes we do not
// hold, apart at splits, not in circles (UNION knows each step once), never to another kind. An organisation that the
// register shows as open has no successor, whatever a succession says of it.
const SUCCESSORS = `
  WITH RECURSIVE way AS (
    SELECT o.code AS start, o.kind, o.code, false AS arrived FROM organisations o
    WHERE o.status IN ('closed', 'missing')
    UNION
    SELECT w.start, w.kind, s.new_code, coalesce(n.kind = w.kind AND n.status NOT IN ('closed', 'missing'), false)
    FROM way w JOIN successions s ON s.old_code = w.code AND s.effective_on <= ($1::timestamptz)::date
    LEFT JOIN organisations n ON n.code = s.new_code
    WHERE NOT w.arrived
  ), heirs AS (
    SELECT start AS code, array_agg(DISTINCT code ORDER BY code) AS codes FROM way WHERE arrived GROUP BY start
  ), due AS (
    SELECT o.code, coalesce(h.codes, '{}') AS codes, CASE WHEN cardinality(h.codes) = 1 THEN h.codes[1] END AS only
    FROM organisations o LEFT JOIN heirs h ON h.code = o.code
  )
  UPDATE organisations o SET successor_codes = due.codes, successor_code = due.only, updated_at = $1
  FROM due WHERE due.code = o.code AND (o.successor_codes, o.successor_code) IS DISTINCT FROM (due.codes, due.only)`;

const tracked = (from: string) =>
  ['name', 'status', 'postcode', 'pcn_code', 'sub_icb_code', 'icb_code', 'region_code']
    .map(each => `${from}.${each}`)
    .join();

// The same day, or a file older than the history: the version itself is put right.
const CORRECT_VERSIONS = `
  UPDATE organisation_versions v
  SET (name, status, postcode, pcn_code, sub_icb_code, icb_code, region_code) = (${tracked('o')}), load_id = $2
  FROM organisations o
  WHERE o.code = v.code AND v.valid_to IS NULL AND v.valid_from >= $1::date AND (${tracked('v')}) IS DISTINCT FROM (${tracked('o')})`;

const END_VERSIONS = `
  UPDATE organisation_versions v SET valid_to = $1::date
  FROM organisations o
  WHERE o.code = v.code AND v.valid_to IS NULL AND (${tracked('v')}) IS DISTINCT FROM (${tracked('o')})`;

const BEGIN_VERSIONS = `
  INSERT INTO organisation_versions (code, valid_from, name, status, postcode, pcn_code, sub_icb_code, icb_code, region_code, load_id)
  SELECT o.code, $1::date, ${tracked('o')}, $2 FROM organisations o
  WHERE NOT EXISTS (SELECT 1 FROM organisation_versions v WHERE v.code = o.code AND v.valid_to IS NULL)
  ON CONFLICT (code, valid_from) DO UPDATE SET valid_to = NULL, name = excluded.name, status = excluded.status,
    postcode = excluded.postcode, pcn_code = excluded.pcn_code, sub_icb_code = excluded.sub_icb_code,
    icb_code = excluded.icb_code, region_code = excluded.region_code, load_id = excluded.load_id`;

const said = (from: string) =>
  `${tracked(from)}, ${from}.display_name, ${from}.opened_on, ${from}.closed_on, ${from}.address, ${from}.town, ${from}.setting, ${from}.linkable, ${from}.successor_codes`;

const DIFFERENCES = `
  SELECT o.kind, CASE WHEN b.code IS NULL THEN 'added'
      WHEN o.status IN ('closed', 'missing') AND b.status NOT IN ('closed', 'missing') THEN 'closed' ELSE 'changed' END AS what,
    count(*)::int AS count
  FROM organisations o LEFT JOIN before b ON b.code = o.code
  WHERE NOT o.demonstration AND (b.code IS NULL OR (${said('o')}) IS DISTINCT FROM (${said('b')}))
  GROUP BY 1, 2`;
