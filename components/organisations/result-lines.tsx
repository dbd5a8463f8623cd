import type { OrganisationHit } from '@/lib/organisations/schema';
import { statusWords } from '@/lib/organisations/words';
import { Marked } from './marked';

/** What tells an organisation from another of the same name: code, place, what it belongs to. */
export function ResultLines({ hit, typed }: { hit: OrganisationHit; typed: string }) {
  return (
    <>
      <span className="block font-semibold">
        <Marked text={hit.name} typed={typed} /> ({hit.code})
      </span>
      {placeOf(hit) && <span className="block text-s text-ink-soft">{placeOf(hit)}</span>}
      <span className="block text-s text-ink-soft">{belongsTo(hit)}</span>
    </>
  );
}

const placeOf = ({ address, postcode }: OrganisationHit): string =>
  postcode && !address.includes(postcode) ? `${address} ${postcode}`.trim() : address;

function belongsTo({ kind, status, closedOn, successor, pcn, icb, practices, through }: OrganisationHit): string {
  if (status === 'closed' || status === 'missing') {
    const now = successor ? `. Now ${successor.name} (${successor.code})` : '';
    return `${statusWords({ status, closedOn })}${now}`;
  }
  const facts = kind === 'pcn' ? [`${practices} ${practices === 1 ? 'practice' : 'practices'}`] : [];
  if (pcn) facts.push(`${pcn.name} (${pcn.code})`);
  if (icb) facts.push(icb.name);
  if (through) facts.push(`${through.name} (${through.code}) is in it`);
  return facts.join(' · ');
}
