import Link from 'next/link';
import { undoDecision } from '@/app/(app)/w/actions';
import { Details } from '@/components/accounts/details';
import { FirstSteps } from '@/components/accounts/first-steps';
import { YourThings } from '@/components/accounts/your-things';
import { Page } from '@/components/layout/page';
import { InvitationsForYou } from '@/components/memberships/invitations-for-you';
import { OrganisationsTable } from '@/components/memberships/organisations-table';
import { PowersNotice } from '@/components/memberships/powers-notice';
import { RegisterNews } from '@/components/memberships/register-news';
import { UndoButton } from '@/components/memberships/undo-button';
import { WaitingForYou } from '@/components/memberships/waiting-for-you';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { Section } from '@/components/ui/section';
import { findDetails } from '@/lib/accounts/queries/details';
import { listOwnInvitations } from '@/lib/memberships/queries/find-invitation';
import { findEarliestRest } from '@/lib/memberships/queries/find-powers';
import { listMemberships } from '@/lib/memberships/queries/list-memberships';
import { countOwnerless } from '@/lib/memberships/queries/list-ownerless';
import { countQueue } from '@/lib/memberships/queries/list-queue';
import { listRegisterNews } from '@/lib/memberships/queries/list-register-news';
import { listWaiting } from '@/lib/memberships/queries/list-waiting';
import { takeNotices } from '@/lib/web/notice';
import { requireViewer } from '@/lib/web/viewer';
import { switchWorkspace } from '../../workspaces/actions';
import { hideFirstSteps } from './actions';
import { leaveOrganisation, withdrawRequest } from './requests/actions';

const actions = { open: switchWorkspace, withdraw: withdrawRequest, leave: leaveOrganisation };

export default async function Profile() {
  const viewer = await requireViewer('/accounts/profile/');
  const [details, memberships, news] = await Promise.all([
    findDetails(viewer),
    listMemberships(viewer),
    listRegisterNews(viewer),
  ]);
  // Nothing waits for, and no powers rest of, somebody who administers nothing; only the invited have invitations.
  const [waiting, queue, rest, ownerless] = details.administers
    ? await Promise.all([listWaiting(viewer), countQueue(viewer), findEarliestRest(viewer), countOwnerless(viewer)])
    : [[], null, null, null];
  const invited = memberships.some(({ standing }) => standing === 'invited');
  const invitations = invited ? await listOwnInvitations(viewer) : [];
  const { now, workspace } = viewer;
  const steps = !details.setupDismissedAt && (
    <FirstSteps
      linked={details.linked}
      workspace={workspace !== null}
      presets={details.presets > 0}
      hide={hideFirstSteps}
    />
  );
  return (
    <Page
      title="Your account"
      banner={
        <NoticeBanners
          notices={await takeNotices(viewer)}
          undo={event => <UndoButton event={event} back="/accounts/profile/" action={undoDecision} />}
        />
      }
      aside={steps}
    >
      <PowersNotice powers={rest} />
      <RegisterNews news={news} />
      <InvitationsForYou invitations={invitations} />
      <WaitingForYou {...{ waiting, queue, ownerless, now }} />
      <Section id="organisations" title="Your organisations" aside={memberships.length > 0 && <LinkMore />}>
        <OrganisationsTable {...{ memberships, now, actions }} current={workspace?.membershipId ?? null} />
      </Section>
      <Details
        name={viewer.name}
        email={viewer.email}
        waiting={details.waitingAddress}
        passwordChangedAt={details.passwordChangedAt}
        now={now}
      />
      <YourThings />
    </Page>
  );
}

function LinkMore() {
  return (
    <>
      <Link href="/accounts/profile/link-practice/" prefetch={false}>
        Link a practice
      </Link>
      <Link href="/accounts/profile/link-pcn/" prefetch={false}>
        Link a PCN
      </Link>
    </>
  );
}
