import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Beneath, RowActions, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDate, formatMonth } from '@/lib/core/dates';
import { mayAct } from '@/lib/core/powers';
import type { Member, Members } from '@/lib/memberships/schema/views';
import { standingWords } from '@/lib/memberships/words';

/** The people of an organisation: names for its members; for its admins what they need to keep the list right. */
export function MembersTable({ people, list, changeRole }: Props) {
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
          <Actions key="actions" member={member} alone={people.admins < 2} {...{ code, list, changeRole }} />,
        ],
      }))}
    />
  );
}

type Props = {
  people: Members;
  /** How the list is narrowed now, as its address says it: an act comes back to it. */
  list: string;
  /** Fields `id`, `code`, `list` and the pressed button's `role`. */
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

type Where = { code: string } & Pick<Props, 'list' | 'changeRole'>;

function Actions({ member, alone, ...where }: { member: Member; alone: boolean } & Where) {
  const { id, name, role, self, resting } = member;
  if (self) {
    return alone ? (
      <span className="text-s text-ink-soft">You are the only admin. Make someone else admin first.</span>
    ) : (
      <Change id={id} goal="step-down" words="Step down" name="as admin" {...where} />
    );
  }
  return (
    <RowActions>
      {role === 'member' && !resting && <Change id={id} goal="admin" words="Make admin" name={name} {...where} />}
      {role === 'admin' && <Change id={id} goal="member" words="Make member" name={name} {...where} />}
      <Link href={`/w/${where.code}/members/${id}/remove/${where.list && `?${where.list}`}`} prefetch={false}>
        Remove<span className="sr-only"> {name}</span>…
      </Link>
    </RowActions>
  );
}

type ChangeProps = { id: string; goal: 'admin' | 'member' | 'step-down'; words: string; name: string } & Where;

function Change({ id, code, list, goal, words, name, changeRole }: ChangeProps) {
  return (
    <form action={changeRole}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="list" value={list} />
      <Button look="link" name="role" value={goal} pending="Saving…" describe={name}>
        {words}
      </Button>
    </form>
  );
}
