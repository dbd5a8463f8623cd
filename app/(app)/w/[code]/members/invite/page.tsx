import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { InviteForm } from '@/components/memberships/invite-form';
import { PowersNotice } from '@/components/memberships/powers-notice';
import { Notice } from '@/components/ui/notice';
import { findDraft } from '@/lib/memberships/queries/find-draft';
import { listMembers } from '@/lib/memberships/queries/list-members';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';
import { checkList } from './actions';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ draft?: string | string[]; gone?: string | string[] }>;
};

/** Inviting people; to everybody but the organisation's admins the page does not exist. */
export default async function Invite({ params, searchParams }: Props) {
  const code = (await params).code.toUpperCase();
  const { draft: id, gone } = await searchParams;
  const back = `/w/${code}/members/`;
  const viewer = await requireViewer(`${back}invite/`);
  const powers = await requirePowers(viewer, { code }, `${back}invite/`);
  const people = await listMembers(viewer, code);
  if (!people) notFound();
  // Nobody can enter: the list says so.
  if (people.closed) redirect(back);
  const draft = typeof id === 'string' ? await findDraft(viewer, { code, id }) : null;
  return (
    <div data-ws={people.kind}>
      <InviteForm
        action={checkList}
        code={code}
        name={people.name}
        values={{ addresses: draft?.typed ?? '', role: draft?.role ?? 'member' }}
        breadcrumb={[
          { href: `/w/${code}/`, text: people.name },
          { href: back, text: 'Members' },
        ]}
        notice={
          <>
            {gone && (
              <Notice tone="amber">
                The list was kept for an hour and is gone now. Nothing was sent. Enter it again.
              </Notice>
            )}
            <PowersNotice powers={powers} />
          </>
        }
        cancel={
          <Link href={back} prefetch={false}>
            Invite nobody
          </Link>
        }
      />
    </div>
  );
}
