import Link from 'next/link';
import { notFound } from 'next/navigation';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { Radios } from '@/components/ui/radios';
import { listSuccessors } from '@/lib/memberships/queries/list-members';
import type { Members } from '@/lib/memberships/schema/views';
import { takeTyped } from '@/lib/web/resume';
import { requireFresh, requireViewer } from '@/lib/web/viewer';
import { leaveHere } from '../actions';

/** Leaving. The last admin says who decides from now on. */
export default async function Leave({ params }: { params: Promise<{ code: string }> }) {
  const code = (await params).code.toUpperCase();
  const back = `/w/${code}/members/`;
  const viewer = await requireViewer(`${back}leave/`);
  const people = await listSuccessors(viewer, code);
  if (!people) notFound();
  const last = people.role === 'admin' && people.admins < 2;
  // To hand over is to change a role (R42).
  if (last) await requireFresh(`${back}leave/`);
  const typed = await takeTyped(viewer, `${back}leave/`);
  return (
    <div data-ws={people.kind}>
      <FormPage
        action={leaveHere}
        title={`Leave ${people.name}`}
        lead={last ? 'You are its only admin. Say who decides from now on.' : 'You can ask to join again later.'}
        breadcrumb={[
          { href: `/w/${code}/`, text: people.name },
          { href: back, text: 'Members' },
        ]}
        hidden={{ id: people.id }}
        values={typed?.values}
        banner={<NoticeBanners notices={typed?.notices} />}
      >
        {last && <Radios name="successor" label="Who takes over?" options={successors(people)} />}
        <p className="text-s text-ink-soft">
          You lose access to {people.name} ({code}) at once. Your account and what is yours alone stay.
        </p>
        <FormActions>
          <Button look="danger" pending="Leaving…">
            Leave {people.name}
          </Button>
          <Link href={back} prefetch={false}>
            Stay
          </Link>
        </FormActions>
      </FormPage>
    </div>
  );
}

const successors = ({ members }: Members) => [
  ...members
    .filter(({ self, resting }) => !self && !resting)
    .map(({ id, name, more }) => ({ value: id, label: name, hint: `${more?.email ?? ''} becomes an admin now.` })),
  {
    value: 'platform',
    label: 'Nobody here: leave it to the platform team',
    hint: 'They are told now, and decide who joins until there is an admin again.',
  },
];
