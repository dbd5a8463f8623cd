import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { EmptyState } from '@/components/ui/empty-state';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { Beneath, Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { listUnansweredChecks } from '@/lib/memberships/queries/member-checks';
import { takeNotices } from '@/lib/web/notice';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';

const here = '/admin/checks/';

/** Organisations whose admins did not check their members, for the platform team. */
export default async function UnansweredChecks() {
  const viewer = await requireViewer(here);
  await requirePowers(viewer, 'platform', here);
  const checks = await listUnansweredChecks(viewer);
  if (!checks) notFound();
  return (
    <Page
      title="Unanswered checks"
      lead="Organisations that were asked twice to confirm their members. Everybody who was not confirmed has lapsed but the last admin: find out whether they still work there."
      workspace="Platform team"
      banner={<NoticeBanners notices={await takeNotices(viewer)} />}
    >
      {checks.length > 0 ? (
        <Table
          caption="Unanswered checks, longest first"
          columns={[
            { label: 'Organisation' },
            { label: 'Last admin' },
            { label: 'Last signed in' },
            { label: 'Unanswered since' },
            { label: 'Actions', actions: true },
          ]}
          rows={checks.map(({ id, code, organisation, name, email, lastSignIn, escalatedAt }) => ({
            id,
            cells: [
              `${organisation} (${code})`,
              <span key="admin">
                {name}
                <Beneath>
                  <span className="wrap-anywhere">{email}</span>
                </Beneath>
              </span>,
              lastSignIn ? <Time key="seen" at={lastSignIn} now={viewer.now} /> : 'Never',
              <Time key="since" at={escalatedAt} now={viewer.now} />,
              <Link key="open" href={`${here}${id}/`} prefetch={false}>
                Settle<span className="sr-only"> the check of {organisation}</span>…
              </Link>,
            ],
          }))}
        />
      ) : (
        <EmptyState drawing="nobody-waits" title="Every check was answered">
          When the admins of an organisation let the yearly check of their members pass, it stands here.
        </EmptyState>
      )}
    </Page>
  );
}
