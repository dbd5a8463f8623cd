import Link from 'next/link';
import { Tag } from '@/components/ui/tag';
import type { Organisation, OrganisationHit } from '@/lib/organisations/schema';
import { kindWords, statusWords } from '@/lib/organisations/words';

/** Organisations as links, each with what tells it from another of the same name. */
export function OrganisationList({ organisations, href }: Props) {
  return (
    <ul>
      {organisations.map(organisation => (
        <li key={organisation.code} className="border-b border-line py-3">
          <p className="flex max-w-none flex-wrap items-baseline gap-x-3">
            <Link prefetch={false} href={href(organisation.code)} className="py-0.5 font-semibold">
              {organisation.name} ({organisation.code})
            </Link>
            <span className="text-s text-ink-soft">{kindWords[organisation.kind]}</span>
            {organisation.status !== 'open' && <Tag look="off">{statusWords(organisation)}</Tag>}
          </p>
          <p className="max-w-none text-s text-ink-soft">{where(organisation).filter(Boolean).join(' · ')}</p>
        </li>
      ))}
    </ul>
  );
}

type Listed = OrganisationHit | Organisation;
type Props = { organisations: readonly Listed[]; href: (code: string) => string };

function where(organisation: Listed): (string | null)[] {
  const { postcode, pcn, icb } = organisation;
  const street = Array.isArray(organisation.address) ? organisation.address.join(', ') : organisation.address;
  const address = [street, postcode].filter(Boolean).join(', ');
  const practices = 'practices' in organisation && organisation.practices > 0 ? organisation.practices : null;
  return [
    address,
    practices && `${practices} ${practices === 1 ? 'practice' : 'practices'}`,
    pcn && `${pcn.name} (${pcn.code})`,
    icb?.name ?? null,
    'through' in organisation && organisation.through ? `${organisation.through.name} belongs to it` : null,
  ].map(said => (said === null ? null : String(said)));
}
