import Link from 'next/link';
import { Beneath, Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { OwnerlessOrganisation } from '@/lib/memberships/schema/ownerless-views';
import { placeWords } from '@/lib/memberships/words/invitations';

/** Organisations that nobody decides for, for the platform team. */
export function OwnerlessTable({ rows, now }: { rows: readonly OwnerlessOrganisation[]; now: Date }) {
  return (
    <Table
      caption="Organisations without an admin, by name"
      columns={[
        { label: 'Organisation' },
        { label: 'Members', numeric: true },
        { label: 'Without an admin since' },
        { label: 'Requests' },
      ]}
      rows={rows.map(({ code, name, kind, icb, members, waiting, oldest, since }) => ({
        id: code,
        place: kind,
        cells: [
          <span key="organisation">
            <Link href={`/admin/organisations/${code}/`} prefetch={false}>
              {name} ({code})
            </Link>
            <Beneath>{[placeWords[kind], icb].filter(Boolean).join(' · ')}</Beneath>
          </span>,
          members,
          since ? <Time key="since" at={since} now={now} /> : 'Never had one',
          waiting > 0 ? (
            <span key="waiting">
              <Link href={`/admin/requests/?org=${code}&waiting=all`} prefetch={false}>
                {waiting === 1 ? '1 waits' : `${waiting} wait`}
                <span className="sr-only"> for {name}</span>
              </Link>
              {oldest && (
                <Beneath>
                  Oldest: <Time at={oldest} now={now} />
                </Beneath>
              )}
            </span>
          ) : (
            'None'
          ),
        ],
      }))}
    />
  );
}
