import 'server-only';
import { query } from '@/lib/platform/db';
import { type Listener, listen } from '@/lib/platform/listen';
import { type Engine, type Entry, engineOf } from '../rules/engine';
import type { OrganisationKind, OrganisationRef } from '../schema';

/** The register as this process holds it for searching: replaced as a whole, never changed. */
export type Register = { version: string; engineOf: (kinds: readonly OrganisationKind[]) => Engine };

type Held = {
  current: Promise<Register> | null;
  listener: Listener | null;
  /** When the version was last compared, in milliseconds of this process. */
  comparedAt: number;
  turn: number;
};

declare global {
  // One per process, although pages and API routes are bundled apart.
  var haresignRegister: Held | undefined;
}

const COMPARE_MS = 5000;

/** Built at the first search. A load in any process announces itself; without word the version is compared. */
export async function register(): Promise<Register> {
  globalThis.haresignRegister ??= { current: null, listener: null, comparedAt: 0, turn: 0 };
  const held = globalThis.haresignRegister;
  held.listener ??= listen('organisations', () => renew(held));
  held.current ??= firstReading(held);
  if (!held.listener.connected() && performance.now() - held.comparedAt > COMPARE_MS) {
    held.comparedAt = performance.now();
    if ((await held.current).version !== (await version())) renew(held);
  }
  return held.current;
}

// A reading that fails is not kept, so that the next search tries again.
function firstReading(held: Held): Promise<Register> {
  const reading = read();
  reading.catch(() => {
    held.current = null;
  });
  return reading;
}

// Searches go on in the old register until the new one stands. If it cannot be read, the next word tries again; if two
// words come at once, the later reading counts.
function renew(held: Held): void {
  const turn = ++held.turn;
  const next = read();
  next.then(
    () => {
      if (turn === held.turn) held.current = next;
    },
    () => undefined,
  );
}

async function read(): Promise<Register> {
  const at = await version();
  const rows = await query<Row>(ENTRIES, []);
  const entries = rows.map(entry);
  const engines = new Map<string, Engine>();
  return {
    version: at,
    engineOf: kinds => {
      const key = [...kinds].sort().join();
      const engine = engines.get(key) ?? engineOf(entries.filter(each => kinds.includes(each.kind)));
      engines.set(key, engine);
      return engine;
    },
  };
}

async function version(): Promise<string> {
  const rows = await query<{ version: string }>(
    `SELECT coalesce(string_agg(id || current_id, ',' ORDER BY id), '') AS version FROM datasets`,
    [],
  );
  return rows[0]?.version ?? '';
}

type Row = Omit<Entry, 'pcn' | 'icb' | 'address'> & {
  address: string[];
  pcnCode: string | null;
  pcnName: string | null;
  icbCode: string | null;
  icbName: string | null;
};

function entry({ address, pcnCode, pcnName, icbCode, icbName, ...own }: Row): Entry {
  return {
    ...own,
    address: address.join(', '),
    pcn: ref(pcnCode, pcnName),
    icb: ref(icbCode, icbName),
  };
}

const ref = (code: string | null, name: string | null): OrganisationRef | null =>
  code && name ? { code, name } : null;

const ENTRIES = `
  SELECT o.code, o.kind, o.display_name AS name, o.status, to_char(o.closed_on, 'YYYY-MM-DD') AS "closedOn", o.linkable,
    coalesce(o.address, '{}') AS address, o.town, o.postcode, p.code AS "pcnCode", p.display_name AS "pcnName", i.code AS "icbCode",
    i.display_name AS "icbName",
    CASE WHEN o.successor_codes = '{}' THEN '[]' ELSE (
      SELECT coalesce(json_agg(json_build_object('code', n.code, 'name', n.display_name) ORDER BY n.display_name, n.code), '[]')
      FROM organisations n WHERE n.code = ANY(o.successor_codes)) END AS successors,
    coalesce(m.practices, 0)::int AS practices
  FROM organisations o
  LEFT JOIN organisations p ON p.code = o.pcn_code
  LEFT JOIN organisations i ON i.code = o.icb_code
  LEFT JOIN (SELECT pcn_code, count(*) AS practices FROM organisations WHERE kind = 'practice' AND status = 'open'
    GROUP BY 1) m ON m.pcn_code = o.code`;
