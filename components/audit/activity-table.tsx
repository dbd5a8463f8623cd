import Link from 'next/link';
import { Beneath, Table } from '@/components/ui/table';
import type { ActivityFilters, Entry, Who } from '@/lib/audit/schema';
import { formatDate, formatTime } from '@/lib/core/dates';
import { filterHref } from '@/lib/core/filters';

/** Entries, newest first: when, who, what and about whom. A name narrows the list to that person. */
export function ActivityTable({ entries, base, filters, withOrganisation, linkOf }: Props) {
  const narrowed = (who: Who) => (
    <Person who={who} href={filterHref(base, { ...filters, q: '', after: '', person: who.id ?? '' })} />
  );
  return (
    <Table
      caption="Activity"
      columns={[
        { label: 'What' },
        { label: 'Who' },
        { label: 'About' },
        ...(withOrganisation ? [{ label: 'Organisation' }] : []),
        { label: 'When' },
      ]}
      rows={entries.map(entry => ({
        id: entry.id,
        cells: [
          <What key="what" entry={entry} href={linkOf(entry)} />,
          narrowed(entry.who),
          entry.about ? narrowed(entry.about) : '–',
          ...(withOrganisation ? [<Organisation key="org" entry={entry} base={base} filters={filters} />] : []),
          <time key="when" dateTime={entry.at.toISOString()} className="md:whitespace-nowrap">
            {formatDate(entry.at)}, {formatTime(entry.at)}
          </time>,
        ],
      }))}
    />
  );
}

type Props = {
  entries: readonly Entry[];
  base: string;
  filters: ActivityFilters;
  withOrganisation?: boolean;
  /** Where more is to be seen of an entry. */
  linkOf: (entry: Entry) => string | null;
};

function What({ entry: { what, reference }, href }: { entry: Entry; href: string | null }) {
  return (
    <>
      <span className="font-normal">
        {href ? (
          <Link href={href} prefetch={false}>
            {what}
          </Link>
        ) : (
          what
        )}
      </span>
      {reference && <Beneath>Request {reference}</Beneath>}
    </>
  );
}

function Person({ who: { name, id }, href }: { who: Who; href: string }) {
  if (!id) return name;
  return (
    <Link href={href} prefetch={false} className="wrap-anywhere">
      {name}
      <span className="sr-only">: all about this person</span>
    </Link>
  );
}

function Organisation({ entry: { organisation }, base, filters }: { entry: Entry } & Pick<Props, 'base' | 'filters'>) {
  if (!organisation) return <span className="text-ink-soft">–</span>;
  const { code, name } = organisation;
  return (
    <Link href={filterHref(base, { ...filters, after: '', org: code })} prefetch={false}>
      {name} ({code})
    </Link>
  );
}
