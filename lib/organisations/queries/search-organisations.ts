import 'server-only';
import type { Engine, Entry } from '../rules/engine';
import { search } from '../rules/search';
import type { OrganisationHit, OrganisationKind, OrganisationSearch } from '../schema';
import { register } from './register';

type Wanted = { text: string; kinds?: readonly OrganisationKind[]; limit?: number; offset?: number };

const BELONGING: readonly OrganisationKind[] = ['practice', 'pcn'];
const DEEPEST = 1000;
const LONGEST = 200;

/**
 * Finds organisations by name, ODS code or postcode in the process's own index: no statement once it is warm. Among PCNs
 * alone, a practice's name or code finds its PCN too.
 */
export async function searchOrganisations({
  text,
  kinds = BELONGING,
  limit = 10,
  offset = 0,
}: Wanted): Promise<OrganisationSearch> {
  const held = await register();
  const page = { limit: Math.min(limit, 100), offset: Math.min(offset, DEEPEST) };
  const typed = text.slice(0, LONGEST);
  const engine = held.engineOf(kinds);
  const found = search(engine, typed, page);
  const own = found.page.flatMap(at => hit(engine, at, null));
  const exactly = { results: own, total: found.total, exact: found.exact, didYouMean: found.didYouMean };
  if (!kinds.includes('pcn') || kinds.includes('practice')) return exactly;
  return throughPractices(exactly, { held, typed, page, mistyped: found.didYouMean !== null });
}

type Held = { engineOf: (kinds: readonly OrganisationKind[]) => Engine };
type Through = { held: Held; typed: string; page: { limit: number; offset: number }; mistyped: boolean };

/** PCNs whose own name does not match, but one of whose practices does: after those that do. */
function throughPractices(own: OrganisationSearch, { held, typed, page, mistyped }: Through): OrganisationSearch {
  const practices = held.engineOf(['practice']);
  const found = search(practices, typed, { limit: 100, offset: 0 });
  const certain = own.total > 0 && !mistyped;
  // A practice spelled right is a better answer than a PCN spelled nearly so.
  if (found.total === 0 || (certain && found.didYouMean)) return own;
  const pcns = held.engineOf(['pcn']);
  const before = certain ? new Set(search(pcns, typed, { limit: DEEPEST, offset: 0 }).page) : new Set<number>();
  const through = new Map<number, Entry>();
  for (const at of found.page) {
    const practice = practices.entries[at];
    const [pcn] = practice?.pcn ? pcns.codes.of(practice.pcn.code).places : [];
    if (practice && pcn !== undefined && !before.has(pcn) && !through.has(pcn)) through.set(pcn, practice);
  }
  const first = certain ? own.results : [];
  const total = certain ? own.total : 0;
  const skip = Math.max(0, page.offset - total);
  const more = [...through].slice(skip, skip + page.limit - first.length).flatMap(([at, by]) => hit(pcns, at, by));
  return {
    results: [...first, ...more],
    total: total + through.size,
    exact: own.exact && found.exact && found.total <= 100,
    didYouMean: certain ? null : found.didYouMean,
  };
}

function hit({ entries }: Engine, at: number, by: Entry | null): OrganisationHit[] {
  const entry = entries[at];
  if (!entry) return [];
  const { town: _town, ...shown } = entry;
  return [{ ...shown, through: by ? { code: by.code, name: by.name } : null }];
}
