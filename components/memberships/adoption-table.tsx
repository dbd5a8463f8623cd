import Link from 'next/link';
import { Beneath, Table } from '@/components/ui/table';
import { formatDate } from '@/lib/core/dates';
import type { AdoptableMember } from '@/lib/memberships/schema/ownerless-views';

/** Those who belong to an organisation that nobody decides for. */
export function AdoptionTable({ code, members, mayChoose }: Props) {
  return (
    <Table
      caption="Members"
      columns={[{ label: 'Name' }, { label: 'Since' }, { label: 'Actions', actions: true }]}
      rows={members.map(member => ({
        id: member.id,
        cells: [
          <span key="name">
            {member.name}
            <Beneath>
              <span className="wrap-anywhere">{member.email}</span>
            </Beneath>
          </span>,
          <span key="since" className="whitespace-nowrap">
            {formatDate(member.since)}
          </span>,
          <Choice key="choice" code={code} member={member} mayChoose={mayChoose} />,
        ],
      }))}
    />
  );
}

type Props = { code: string; members: readonly AdoptableMember[]; mayChoose: boolean };

function Choice({ code, member, mayChoose }: { code: string; member: AdoptableMember; mayChoose: boolean }) {
  const { id, name, self, works, wasAdmin } = member;
  if (!works) {
    const words = wasAdmin
      ? 'Was the admin. The account is disabled or closing.'
      : 'The account is disabled or closing.';
    return <span className="text-s text-ink-soft">{words}</span>;
  }
  if (self) return <span className="text-s text-ink-soft">You cannot make yourself an admin.</span>;
  if (!mayChoose) return null;
  return (
    <Link href={`/admin/organisations/${code}/first-admin/${id}/`} prefetch={false}>
      Make first admin<span className="sr-only">: {name}</span>…
    </Link>
  );
}
