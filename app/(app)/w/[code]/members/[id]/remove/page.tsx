import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { RemoveForm } from '@/components/memberships/remove-form';
import { mayAct } from '@/lib/core/powers';
import { findMember } from '@/lib/memberships/queries/list-members';
import { requireViewer } from '@/lib/web/viewer';
import { removeMember } from '../../actions';

/** One colleague, to be taken out with a reason. */
export default async function Remove({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { code: typed, id } = await params;
  const code = typed.toUpperCase();
  const back = `/w/${code}/members/`;
  const viewer = await requireViewer(`${back}${id}/remove/`);
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
