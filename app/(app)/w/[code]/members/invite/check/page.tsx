import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { CheckedAddresses } from '@/components/memberships/checked-addresses';
import { Button } from '@/components/ui/button';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { findDraft } from '@/lib/memberships/queries/find-draft';
import { checkAddresses } from '@/lib/memberships/queries/list-invitations';
import { listMembers } from '@/lib/memberships/queries/list-members';
import { roleOffered, sendWords } from '@/lib/memberships/words/invitations';
import { requirePowers } from '@/lib/web/powers';
import { takeTyped } from '@/lib/web/resume';
import { requireViewer } from '@/lib/web/viewer';
import { sendInvitations } from '../actions';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ draft?: string | string[] }> };

/** The list as it was understood, address by address, before anything is sent. */
export default async function CheckInvitations({ params, searchParams }: Props) {
  const code = (await params).code.toUpperCase();
  const { draft: id } = await searchParams;
  const form = `/w/${code}/members/invite/`;
  const viewer = await requireViewer(form);
  await requirePowers(viewer, { code }, form);
  const draft = typeof id === 'string' ? await findDraft(viewer, { code, id }) : null;
  if (!draft || typeof id !== 'string') redirect(`${form}?gone=1`);
  const [people, list] = await Promise.all([listMembers(viewer, code), checkAddresses(viewer, code, draft.typed)]);
  if (!people || !list) notFound();
  const typed = await takeTyped(viewer, `${form}check/`);
  const sent = list.checked.filter(({ outcome }) => outcome === 'new').length;
  const change = `${form}?draft=${id}`;
  return (
    <div data-ws={people.kind}>
      <FormPage
        action={sendInvitations}
        title="Check the invitations"
        lead={`Nothing has been sent yet. ${sent === 0 ? 'Nobody on this list can be invited.' : `They join ${people.name} as ${sent === 1 ? roleOffered(draft.role) : `${draft.role}s`}.`}`}
        breadcrumb={[
          { href: `/w/${code}/members/`, text: 'Members' },
          { href: change, text: 'Invite people' },
        ]}
        before={<CheckedAddresses code={code} list={list} />}
        hidden={{ code, draft: id }}
        banner={<NoticeBanners notices={typed?.notices} />}
      >
        {sent > 0 && (
          <p className="text-s text-ink-soft">
            The email says that you invited them, to what and as what. They can accept for 14 days.
          </p>
        )}
        <FormActions>
          {sent > 0 && <Button pending="Sending…">{sendWords(sent)}</Button>}
          <Link href={change} prefetch={false}>
            Change the list
          </Link>
        </FormActions>
      </FormPage>
    </div>
  );
}
