import { isClosed } from '@/lib/organisations/rules/status';
import type { OrganisationHit } from '@/lib/organisations/schema';
import { statusWords } from '@/lib/organisations/words';
import { Marked } from './marked';

/** The name of a result, with its code: two practices of one name differ by that. */
export function ResultName({ hit, typed }: { hit: OrganisationHit; typed: string }) {
  return (
    <>
      <Marked text={hit.name} typed={typed} /> ({hit.code})
    </>
  );
}

/** What else tells an organisation from another of the same name: its place, what it belongs to. */
export function ResultDetails({ hit }: { hit: OrganisationHit }) {
  const place = placeOf(hit);
  return (
    <>
      {place && <span className="block text-s text-ink-soft">{place}</span>}
      <span className="block text-s text-ink-soft">{belongsTo(hit)}</span>
    </>
  );
}

const placeOf = ({ address, postcode }: OrganisationHit): string =>
  postcode && !address.includes(postcode) ? `${address} ${postcode}`.trim() : address;

function belongsTo({ kind, status, closedOn, successors, pcn, icb, practices, through }: OrganisationHit): string {
  if (isClosed(status)) {
    const heirs = successors.map(({ code, name }) => `${name} (${code})`).join(' and ');
    const now = heirs && `. ${successors.length > 1 ? 'Split: now' : 'Now'} ${heirs}`;
    return `${statusWords({ status, closedOn })}${now}`;
  }
  const facts = kind === 'pcn' ? [`${practices} ${practices === 1 ? 'practice' : 'practices'}`] : [];
  if (pcn) facts.push(`${pcn.name} (${pcn.code})`);
  if (icb) facts.push(icb.name);
  if (through) facts.push(`${through.name} (${through.code}) is in it`);
  return facts.join(' · ');
}
