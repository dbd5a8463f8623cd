import { randomUUID } from 'node:crypto';
import { notFound } from 'next/navigation';
import { undoDecision } from '@/app/(app)/w/actions';
import { Page } from '@/components/layout/page';
import { InternalNotes, LookedAfter } from '@/components/memberships/looked-after';
import { PlatformDecision } from '@/components/memberships/platform-decision';
import { QueueItem } from '@/components/memberships/queue-item';
import { UndoButton } from '@/components/memberships/undo-button';
import { Notice } from '@/components/ui/notice';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { Section } from '@/components/ui/section';
import { formatDateTime } from '@/lib/core/dates';
import { findQueueItem } from '@/lib/memberships/queries/find-queue-item';
import { standingWords } from '@/lib/memberships/words';
import { decidedWords } from '@/lib/memberships/words/queue';
import { takeNotices } from '@/lib/web/notice';
import { requirePowers } from '@/lib/web/powers';
import { takeTyped } from '@/lib/web/resume';
import { requireViewer } from '@/lib/web/viewer';
import { approveForPlatform } from '../actions';
import { deleteNote, giveRequestBack, saveNote, takeRequest } from './actions';

/** One request with its evidence and history, for the platform team to decide. */
export default async function Request({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await requireViewer(`/admin/requests/${id}/`);
  await requirePowers(viewer, 'platform', `/admin/requests/${id}/`);
  const item = await findQueueItem(viewer, id);
  if (!item) notFound();
  const typed = await takeTyped(viewer, `/admin/requests/${id}/`);
  const notices = typed?.notices ?? (await takeNotices(viewer));
  const decides = item.standing === 'pending' && item.turn === 'platform' && !item.closed && item.accountWorks;
  return (
    <Page
      title={item.name}
      lead={leadOf(item)}
      workspace="Platform team"
      breadcrumb={[{ href: '/admin/requests/', text: 'Requests' }]}
      banner={
        <NoticeBanners
          notices={notices}
          undo={event => <UndoButton event={event} back={`/admin/requests/${id}/`} action={undoDecision} />}
        />
      }
      titled={!decides}
    >
      <QueueItem item={item} now={viewer.now} />
      {item.standing === 'pending' && (
        <Section id="decide" title="Decide">
          <div className="max-w-form">
            {decides ? (
              <PlatformDecision
                action={approveForPlatform}
                id={id}
                name={item.name}
                ownerless={item.admins === 0}
                values={typed?.values}
                mayAsk={item.pausedAt === null}
                title={item.name}
              />
            ) : (
              <NotYet item={item} />
            )}
          </div>
        </Section>
      )}
      {item.standing === 'pending' && item.turn !== 'own' && (
        <LookedAfter item={item} take={takeRequest} giveBack={giveRequestBack} />
      )}
      {item.notes && (
        <InternalNotes id={id} requestId={randomUUID()} notes={item.notes} add={saveNote} remove={deleteNote} />
      )}
    </Page>
  );
}

/** Asks, or asked: what became of it, by whom and when. */
function leadOf({ standing, organisation, code, decided }: NonNullable<Awaited<ReturnType<typeof findQueueItem>>>) {
  const place = `${organisation} (${code})`;
  if (standing === 'pending') return `Asks to join ${place}.`;
  return `Asked to join ${place}. ${decided ? decidedWords(decided) : standingWords[standing].tag}`;
}

function NotYet({ item }: { item: NonNullable<Awaited<ReturnType<typeof findQueueItem>>> }) {
  if (item.turn === 'own') return <Notice>You cannot decide on your own request. Another administrator does.</Notice>;
  if (item.turn === 'organisation') {
    return (
      <Notice>
        The admins of {item.organisation} decide first. You can decide from{' '}
        {item.platformFrom && formatDateTime(item.platformFrom)}.
      </Notice>
    );
  }
  const why = item.closed ? 'The register says that this organisation is closed' : 'The account is closed or disabled';
  return (
    <Notice tone="amber">
      {why}, so this person cannot be let in. <a href={`/admin/requests/${item.id}/reject/`}>Reject the request…</a>
    </Notice>
  );
}
