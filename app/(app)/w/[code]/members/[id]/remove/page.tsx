import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { membersHref } from '@/components/memberships/member-filters';
import { RemoveForm } from '@/components/memberships/remove-form';
import { filterSearch } from '@/lib/core/filters';
import { mayAct } from '@/lib/core/powers';
import { findMember } from '@/lib/memberships/queries/list-members';
import { memberFilters } from '@/lib/memberships/schema/members';
import { requireViewer } from '@/lib/web/viewer';
import { removeMember } from '../../actions';

type Props = {
  params: Promise<{ code: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One colleague, to be taken out with a reason. Afterwards the list is narrowed as it was. */
export default async function Remove({ params, searchParams }: Props) {
  const { code: typed, id } = await params;
  const code = typed.toUpperCase();
  const filters = memberFilters.parse(await searchParams);
  const back = membersHref(code, filters);
  const viewer = await requireViewer(`/w/${code}/members/${id}/remove/`);
  const people = await findMember(viewer, code, id);
  if (!people || !mayAct(people.powers)) notFound();
  const member = people.members.find(one => one.id === id);
  // Gone meanwhile: the list says who is there.
  if (!member || member.self) redirect(back);
  return (
    <div data-ws={people.kind}>
      <RemoveForm
        action={removeMember}
        id={id}
        code={code}
        list={filterSearch(filters)}
        name={member.name}
        lead={`They lose access to ${people.name} (${code}) at once. Their account and what is theirs alone stay; what they shared here stays here.`}
        breadcrumb={[
          { href: `/w/${code}/`, text: people.name },
          { href: back, text: 'Members' },
        ]}
        cancel={
          <Link href={back} prefetch={false}>
            Keep them
          </Link>
        }
      />
    </div>
  );
}
