import Link from 'next/link';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { PcnPractice } from '@/lib/memberships/schema/pcn';

/** The practices of a PCN. Its admins also read which let them decide, and how many wait there. */
export function PcnPractices({ practices, admin }: { practices: readonly PcnPractice[]; admin: boolean }) {
  return (
    <Table
      caption="Practices"
      columns={[{ label: 'Practice' }, { label: 'Town' }, ...(admin ? [{ label: 'Requests' }] : [])]}
      rows={practices.map(practice => ({
        id: practice.code,
        cells: [
          `${practice.name} (${practice.code})`,
          practice.town ?? 'Not given',
          ...(admin ? [<Requests key="requests" practice={practice} />] : []),
        ],
      }))}
    />
  );
}

function Requests({ practice: { code, name, deciding, waiting } }: { practice: PcnPractice }) {
  if (!deciding) return <span className="text-ink-soft">The practice decides</span>;
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      <Tag look={waiting > 0 ? 'pending' : 'active'}>You decide too</Tag>
      <Link href={`/w/${code}/approvals/`} prefetch={false}>
        {waiting === 0 ? 'Nobody waits' : waiting === 1 ? '1 person waits' : `${waiting} people wait`}
        <span className="sr-only"> at {name}</span>
      </Link>
    </span>
  );
}
