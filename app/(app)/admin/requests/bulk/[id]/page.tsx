import { notFound } from 'next/navigation';
import { undoDecision } from '@/app/(app)/w/actions';
import { Breadcrumb } from '@/components/layout/breadcrumb';
import { Page, PageHeading } from '@/components/layout/page';
import { Address } from '@/components/memberships/address';
import { BulkCheck } from '@/components/memberships/bulk-check';
import { BulkProgress, BulkResult } from '@/components/memberships/bulk-result';
import { EvidenceLines } from '@/components/memberships/evidence-lines';
import { Age, FlagTags } from '@/components/memberships/queue-table';
import { UndoButton } from '@/components/memberships/undo-button';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { Beneath } from '@/components/ui/table';
import { findBulk } from '@/lib/memberships/queries/find-bulk';
import type { BulkItem } from '@/lib/memberships/schema/queue-views';
import { bulkTitles, bulkWords, requestFlagWords } from '@/lib/memberships/words/queue';
import { takeNotices } from '@/lib/web/notice';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';
import { decideAsChosen } from '../actions';

const crumbs = [{ href: '/admin/requests/', text: 'Requests' }];

/** Several requests decided together: to be checked, under way, or done. One address through all of it. */
export default async function BulkDecision({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const here = `/admin/requests/bulk/${id}/`;
  const viewer = await requireViewer(here);
  await requirePowers(viewer, 'platform', here);
  const bulk = await findBulk(viewer, id);
  if (!bulk) notFound();
  if (!bulk.confirmedAt) {
    return (
      <>
        <Breadcrumb crumbs={crumbs} />
        <PageHeading title={bulkTitles[bulk.wish]} lead="Nothing has been decided yet." />
        <BulkCheck bulk={bulk} action={decideAsChosen} details={detailsOf(bulk.items, viewer.now)} />
      </>
    );
  }
  const undo = (event: string, what: string) => (
    <UndoButton event={event} back={here} describe={what} action={undoDecision} />
  );
  return (
    <Page
      title={bulk.finishedAt ? 'What was decided' : 'Deciding'}
      lead={bulk.finishedAt ? bulkWords(bulk.items) : 'Each request is decided by itself.'}
      workspace="Platform team"
      breadcrumb={crumbs}
      banner={<NoticeBanners notices={await takeNotices(viewer)} />}
    >
      {bulk.finishedAt ? <BulkResult bulk={bulk} undo={undo} /> : <BulkProgress bulk={bulk} />}
    </Page>
  );
}

const detailsOf = (items: readonly BulkItem[], now: Date) =>
  Object.fromEntries(
    items.map(item => [
      item.id,
      {
        person: (
          <>
            {item.name}
            <Beneath>
              <Address email={item.email} />
            </Beneath>
          </>
        ),
        age:
          item.requestedAt && item.standing === 'pending' ? (
            <Age requestedAt={item.requestedAt} pausedAt={item.pausedAt} now={now} />
          ) : (
            'No longer waiting'
          ),
        evidence: (
          <>
            {item.claim && `${item.claim}. `}
            <EvidenceLines evidence={item.evidence} />
            <FlagTags flags={requestFlagWords(item)} />
          </>
        ),
      },
    ]),
  );
