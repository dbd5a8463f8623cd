import Link from 'next/link';
import { Beneath, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { Time } from '@/components/ui/time';
import { personStateWords } from '@/lib/accounts/words/leaving';

/** Accounts, for the platform team. */
export function PeopleTable({ rows, now }: { rows: readonly Line[]; now: Date }) {
  return (
    <Table
      caption="Accounts, the newest first"
      columns={[
        { label: 'Person' },
        { label: 'State' },
        { label: 'Organisations', numeric: true },
        { label: 'Last signed in' },
      ]}
      rows={rows.map(row => ({
        id: row.id,
        cells: [
          <span key="person">
            <Link href={`/admin/people/${row.id}/`} prefetch={false}>
              {row.name}
            </Link>
            <Beneath>
              <span className="wrap-anywhere">{row.email ?? 'No address'}</span>
            </Beneath>
          </span>,
          <span key="state" className="flex flex-wrap gap-2">
            <Tag look={personStateWords[row.state].look}>{personStateWords[row.state].tag}</Tag>
            {row.platformAdmin && <Tag look="admin">Platform</Tag>}
          </span>,
          row.organisations,
          row.lastSignInAt ? <Time key="seen" at={row.lastSignInAt} now={now} /> : 'Never',
        ],
      }))}
    />
  );
}

type Line = {
  id: string;
  name: string;
  email: string | null;
  state: keyof typeof personStateWords;
  platformAdmin: boolean;
  organisations: number;
  lastSignInAt: Date | null;
};
