import { FORMER_MEMBER } from '@/lib/core/names';
import type { ActivityFilters, Entry, Who } from '../schema';
import { actionWords, GONE, machineWords, PLATFORM_TEAM, type Readers } from '../words';

/** An entry as the database holds it, with today's names of those in it. */
export type Row = {
  id: string;
  at: Date;
  action: string;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  /** The account of whoever acted was erased. */
  actorErased: boolean | null;
  /** They have, or had, something to do with the organisation themselves. */
  ofOrganisation: boolean;
  personId: string | null;
  personName: string | null;
  personErased: boolean | null;
  orgCode: string | null;
  orgName: string | null;
  subject: string | null;
  data: Record<string, unknown>;
};

/** An entry in words for whoever reads it. */
export function entryFor(row: Row, readers: Readers): Entry {
  const about = row.personId && row.personId !== row.actorId ? personOf(row) : null;
  return {
    id: row.id,
    at: row.at,
    who: actorOf(row, readers),
    what: actionWords(row.action, row.data),
    about,
    organisation: row.orgCode ? { code: row.orgCode, name: row.orgName ?? row.orgCode } : null,
    reference: typeof row.data.reference === 'string' ? row.data.reference : null,
    subject: row.subject,
    action: row.action,
  };
}

function actorOf(row: Row, readers: Readers): Who {
  const { actorKind, actorId, ofOrganisation, data } = row;
  if (actorKind !== 'user' || !actorId) return { name: machineWords[actorKind] ?? actorKind, id: null };
  // To an organisation the platform team is one: it does not learn who of them it was.
  const fromOutside = data.as === 'platform' || !(ofOrganisation || data.as === 'self' || data.as === 'pcn');
  if (readers === 'organisation' && fromOutside) return { name: PLATFORM_TEAM, id: null };
  const name = nameOf(row.actorName, row.actorErased, actorId);
  return { name: data.as === 'pcn' ? `${name}, an admin of its PCN` : name, id: actorId };
}

const personOf = ({ personId, personName, personErased }: Row): Who => ({
  name: nameOf(personName, personErased, personId ?? ''),
  id: personId,
});

/** A name; of an erased account a pseudonym, under which its entries still belong together. */
function nameOf(name: string | null, erased: boolean | null, id: string): string {
  if (name === null) return `${GONE} ${id.slice(0, 4)}`;
  return erased ? `${FORMER_MEMBER} ${id.slice(0, 4)}` : name;
}

type Cursor = { at: Date; id: string };
const cursorShape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The place after an entry, as the URL carries it. */
export const cursorAfter = ({ at, id }: Cursor): string => `${at.toISOString()}_${id}`;

/** Anything else than a cursor is the first page. */
export function readCursor(after: string): Cursor | null {
  const [, at, id] = cursorShape.exec(after) ?? [];
  return at && id && !Number.isNaN(Date.parse(at)) ? { at: new Date(at), id } : null;
}

/** `all`, `from-2026-10-01`, `2026-10-01-to-2026-10-31`: the days that a file covers, for its name. */
export function spanOf({ from, to }: Pick<ActivityFilters, 'from' | 'to'>): string {
  if (from && to) return `${from}-to-${to}`;
  if (from) return `from-${from}`;
  return to ? `until-${to}` : 'all';
}
