import 'server-only';
import { query } from '@/lib/platform/db';
import type { Organisation, OrganisationRef } from '../schema';

/** What the register says of one organisation, with the names of what it belongs to. */
export async function findOrganisation(code: string): Promise<Organisation | null> {
  const rows = await query<Row>(`${SELECT} WHERE o.code = $1`, [code]);
  return rows[0] ? organisation(rows[0]) : null;
}

/** The PCN a practice belongs to; null where it belongs to none. */
export async function findPcnOfPractice(code: string): Promise<Organisation | null> {
  const rows = await query<Row>(`${SELECT} WHERE o.code = (SELECT pcn_code FROM organisations WHERE code = $1)`, [
    code,
  ]);
  return rows[0] ? organisation(rows[0]) : null;
}

/** Member practices of a PCN: open ones first, then by name. */
export async function listPracticesOfPcn(code: string): Promise<Organisation[]> {
  const rows = await query<Row>(
    `${SELECT} WHERE o.pcn_code = $1 AND o.kind = 'practice' ORDER BY o.status, o.display_name, o.code`,
    [code],
  );
  return rows.map(organisation);
}

// The enum's order is the order people expect: open, dormant, proposed, closed, missing.
const SELECT = `
  SELECT o.code, o.kind, o.display_name AS name, o.name AS "registeredName", o.status,
    to_char(o.opened_on, 'YYYY-MM-DD') AS "openedOn", to_char(o.closed_on, 'YYYY-MM-DD') AS "closedOn",
    coalesce(o.address, '{}') AS address, o.town, o.postcode, o.linkable, o.demonstration,
    p.code AS "pcnCode", p.display_name AS "pcnName", s.code AS "subIcbCode", s.display_name AS "subIcbName",
    i.code AS "icbCode", i.display_name AS "icbName", r.code AS "regionCode", r.display_name AS "regionName",
    n.code AS "successorCode", n.display_name AS "successorName",
    CASE WHEN o.successor_codes = '{}' THEN '[]' ELSE (
      SELECT json_agg(json_build_object('code', t.code, 'name', t.display_name) ORDER BY t.display_name, t.code)
      FROM organisations t WHERE t.code = ANY(o.successor_codes)) END AS successors
  FROM organisations o
  LEFT JOIN organisations p ON p.code = o.pcn_code
  LEFT JOIN organisations s ON s.code = o.sub_icb_code
  LEFT JOIN organisations i ON i.code = o.icb_code
  LEFT JOIN organisations r ON r.code = o.region_code
  LEFT JOIN organisations n ON n.code = o.successor_code`;

type Parent = 'pcn' | 'subIcb' | 'icb' | 'region' | 'successor';
type Row = Omit<Organisation, Parent> & Record<`${Parent}${'Code' | 'Name'}`, string | null>;

function organisation({
  pcnCode,
  pcnName,
  subIcbCode,
  subIcbName,
  icbCode,
  icbName,
  regionCode,
  regionName,
  successorCode,
  successorName,
  ...own
}: Row): Organisation {
  return {
    ...own,
    pcn: ref(pcnCode, pcnName),
    subIcb: ref(subIcbCode, subIcbName),
    icb: ref(icbCode, icbName),
    region: ref(regionCode, regionName),
    successor: ref(successorCode, successorName),
  };
}

const ref = (code: string | null, name: string | null): OrganisationRef | null =>
  code && name ? { code, name } : null;
