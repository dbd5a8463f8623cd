import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Beneath, RowActions, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDate, formatMonth } from '@/lib/core/dates';
import { mayAct } from '@/lib/core/powers';
import type { Member, Members } from '@/lib/memberships/schema/views';
import { standingWords } from '@/lib/memberships/words';

/** The people of an organisation: names for its members; for its admins what they need to keep the list right. */
export function MembersTable({ people, changeRole }: Props) {
  const { code, members, powers } = people;
  if (!mayAct(powers)) {
    return (
      <Table
        caption="Members"
        columns={[{ label: 'Name' }, { label: 'Role' }]}
        rows={members.map(member => ({ id: member.id, cells: [<Name key="name" member={member} />, tagOf(member)] }))}
      />
    );
  }
  return (
    <Table
      caption="Members"
      columns={[
        { label: 'Name' },
        { label: 'Role' },
        { label: 'Since' },
        { label: 'Last active' },
        { label: 'Actions', actions: true },
      ]}
      rows={members.map(member => ({
        id: member.id,
        cells: [
          <Name key="name" member={member} />,
          tagOf(member),
          <span key="since" className="whitespace-nowrap">
            {member.more && formatDate(member.more.since)}
          </span>,
          member.more?.lastActive ? formatMonth(member.more.lastActive) : 'Not yet',
          <Actions key="actions" code={code} member={member} alone={people.admins < 2} changeRole={changeRole} />,
        ],
      }))}
    />
  );
}

type Props = {
  people: Members;
  /** Fields `id`, `code` and the pressed button's `role`. */
  changeRole: (data: FormData) => Promise<void>;
};

function Name({ member: { name, self, resting, more } }: { member: Member }) {
  return (
    <>
      {name}
      {self && ' (you)'}
      {more && (
        <Beneath>
          <span className="wrap-anywhere">{more.email}</span>
        </Beneath>
      )}
      {resting && <Beneath>This account is disabled or closing.</Beneath>}
    </>
  );
}

const tagOf = ({ role }: Member) => (
  <Tag key="role" look={standingWords[role].look}>
    {role === 'admin' ? 'Admin' : 'Member'}
  </Tag>
);

type ActionsProps = { code: string; member: Member; alone: boolean; changeRole: Props['changeRole'] };

function Actions({ code, member, alone, changeRole }: ActionsProps) {
  const { id, name, role, self, resting } = member;
  if (self) {
    return alone ? (
      <span className="text-s text-ink-soft">You are the only admin. Make someone else admin first.</span>
    ) : (
      <Change id={id} code={code} goal="step-down" words="Step down" name="as admin" changeRole={changeRole} />
    );
  }
  return (
    <RowActions>
      {role === 'member' && !resting && (
        <Change id={id} code={code} goal="admin" words="Make admin" name={name} changeRole={changeRole} />
      )}
      {role === 'admin' && (
        <Change id={id} code={code} goal="member" words="Make member" name={name} changeRole={changeRole} />
      )}
      <Link href={`/w/${code}/members/${id}/remove/`} prefetch={false}>
        Remove<span className="sr-only"> {name}</span>…
      </Link>
    </RowActions>
  );
}

type ChangeProps = {
  id: string;
  code: string;
  goal: 'admin' | 'member' | 'step-down';
  words: string;
  name: string;
  changeRole: Props['changeRole'];
};

function Change({ id, code, goal, words, name, changeRole }: ChangeProps) {
  return (
    <form action={changeRole}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="code" value={code} />
      <Button look="link" name="role" value={goal} pending="Saving…" describe={name}>
        {words}
      </Button>
    </form>
  );
}
