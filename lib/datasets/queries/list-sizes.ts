import 'server-only';
import { query } from '@/lib/platform/db';
import { percentiles } from '../rules/percentiles';
import type { Distribution, ListSize, Vintage } from '../schema';

/**
 * Registered patients of any organisations in one statement, by code and then by period, oldest first.
 * `latest` is the period of the current load; codes without figures are left out.
 */
export function listSizesOf(codes: string[], periods: 'latest' | 'all' | string[] = 'latest'): Promise<ListSize[]> {
  if (periods === 'all') return query<ListSize>(`${SELECT} WHERE l.code = ANY($1) ${ORDER}`, [codes]);
  if (periods === 'latest')
    return query<ListSize>(`${SELECT} WHERE l.code = ANY($1) AND ${IS_LATEST} ${ORDER}`, [codes]);
  return query<ListSize>(`${SELECT} WHERE l.code = ANY($1) AND l.period = ANY($2::date[]) ${ORDER}`, [codes, periods]);
}

/**
 * How all practices or PCNs with patients spread in the period of a vintage; null where there are no figures.
 * Worked out once per load and process: later calls make no statement.
 */
export async function distributionOf(
  kind: 'practice' | 'pcn',
  { loadId, period }: Pick<Vintage, 'loadId' | 'period'>,
): Promise<Distribution | null> {
  if (!period) return null;
  const key = `${loadId} ${period} ${kind}`;
  const known = kept.get(key);
  if (known) return known;
  const rows = await query<Row>(DISTRIBUTION, [kind, period]);
  if (rows.length === 0) return null;
  const shares = (of: (row: Row) => number) =>
    percentiles(rows.filter(row => row.total > 0).map(row => of(row) / row.total));
  const distribution: Distribution = {
    kind,
    period,
    count: rows.length,
    total: percentiles(rows.map(row => row.total)),
    share0to14: shares(row => row.to14),
    share65plus: shares(row => row.from65),
    share75plus: shares(row => row.from75),
  };
  if (kept.size > 40) kept.clear();
  kept.set(key, distribution);
  return distribution;
}

const kept = new Map<string, Distribution>();

const SELECT = `SELECT l.code, to_char(l.period, 'YYYY-MM-DD') AS period, l.total, l.male, l.female FROM list_sizes l`;
const ORDER = 'ORDER BY l.code, l.period';
const IS_LATEST = `l.period = (SELECT d.period FROM datasets s JOIN dataset_loads d ON d.id = s.current_id WHERE s.id = 'list-sizes')`;

type Row = { total: number; to14: number; from65: number; from75: number };

const DISTRIBUTION = `
  SELECT l.total,
    (SELECT sum(n) FROM unnest(l.male[1:3] || l.female[1:3]) n)::int AS "to14",
    (SELECT sum(n) FROM unnest(l.male[14:20] || l.female[14:20]) n)::int AS "from65",
    (SELECT sum(n) FROM unnest(l.male[16:20] || l.female[16:20]) n)::int AS "from75"
  FROM list_sizes l JOIN organisations o ON o.code = l.code
  WHERE o.kind = $1::organisation_kind AND l.period = $2::date AND l.total > 0`;
