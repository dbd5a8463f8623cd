import Link from 'next/link';
import { notFound } from 'next/navigation';
import { undoDecision } from '@/app/(app)/w/actions';
import { Page } from '@/components/layout/page';
import { CheckForm } from '@/components/memberships/check-form';
import { UndoButton } from '@/components/memberships/undo-button';
import { EmptyState } from '@/components/ui/empty-state';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { formatDate } from '@/lib/core/dates';
import { findMemberCheck } from '@/lib/memberships/queries/member-checks';
import type { MemberCheck } from '@/lib/memberships/schema/checks';
import { takeNotices } from '@/lib/web/notice';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';
import { answerCheck } from './actions';

/** The yearly check of who belongs to this organisation, for its administrators. */
export default async function CheckMembers({ params }: { params: Promise<{ code: string }> }) {
  const code = (await params).code.toUpperCase();
  const here = `/w/${code}/members/check/`;
  const viewer = await requireViewer(here);
  await requirePowers(viewer, { code }, here);
  const check = await findMemberCheck(viewer, code);
  if (!check) notFound();
  const { name, kind, open } = check;
  const undo = (event: string) => <UndoButton event={event} back={here} action={undoDecision} />;
  return (
    <div data-ws={kind}>
      <Page
        title="Check the members"
        lead={`Once a year an admin of ${name} (${code}) confirms who still works with you.`}
        workspace={`${name} (${code})`}
        breadcrumb={[
          { href: `/w/${code}/`, text: name },
          { href: `/w/${code}/members/`, text: 'Members' },
        ]}
        banner={<NoticeBanners notices={await takeNotices(viewer)} undo={undo} />}
        titled={!open}
        narrow
      >
        {open ? <CheckForm action={answerCheck} check={check} open={open} /> : <NothingToCheck check={check} />}
      </Page>
    </div>
  );
}

function NothingToCheck({ check: { code, last, next } }: { check: MemberCheck }) {
  return (
    <EmptyState
      drawing="nobody-waits"
      title="There is nothing to check now"
      action={
        <Link href={`/w/${code}/members/access/`} prefetch={false}>
          See who has access and who decided it
        </Link>
      }
    >
      {last && `The last check ended on ${formatDate(last)}. `}
      The next one is due on {formatDate(next)}, or on the working day after. You will get an email.
    </EmptyState>
  );
}
