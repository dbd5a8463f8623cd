import { randomUUID } from 'node:crypto';
import { disable, endSessionsOf } from '@/lib/accounts/commands/manage-people';
import { findPersonPage, listPeople } from '@/lib/accounts/queries/people';
import { peopleFilters } from '@/lib/accounts/schema/leaving';
import { listActivity } from '@/lib/audit/queries/list-activity';
import { activityFilters } from '@/lib/audit/schema';
import type { ActorName } from '@/lib/core/operations';
import type { Person } from '@/lib/core/viewer';
import { setWeekly } from '@/lib/datasets/commands/schedule';
import { listDatasets } from '@/lib/datasets/queries/administration';
import { acceptInvitation, declineInvitation } from '@/lib/memberships/commands/answer-invitation';
import { approve } from '@/lib/memberships/commands/approve';
import { startBulk } from '@/lib/memberships/commands/bulk';
import { demote, promote } from '@/lib/memberships/commands/change-role';
import { checkMembers } from '@/lib/memberships/commands/check-members';
import { addMessage, askForMore, nudge } from '@/lib/memberships/commands/correspond';
import { handOver } from '@/lib/memberships/commands/hand-over';
import { invite } from '@/lib/memberships/commands/invite';
import { leave, stepDown } from '@/lib/memberships/commands/leave';
import { letPcnDecide } from '@/lib/memberships/commands/let-pcn-decide';
import { addNote, take } from '@/lib/memberships/commands/look-after';
import { cancelInvitation, resendInvitation } from '@/lib/memberships/commands/manage-invitations';
import { reject } from '@/lib/memberships/commands/reject';
import { remove } from '@/lib/memberships/commands/remove';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { saveFilters } from '@/lib/memberships/commands/save-filters';
import { settleCheck } from '@/lib/memberships/commands/settle-check';
import { withdraw } from '@/lib/memberships/commands/withdraw';
import { findAccess } from '@/lib/memberships/queries/find-access';
import { findQueueItem } from '@/lib/memberships/queries/find-queue-item';
import { findRequest } from '@/lib/memberships/queries/find-request';
import { listApprovals } from '@/lib/memberships/queries/list-approvals';
import { listInvitations } from '@/lib/memberships/queries/list-invitations';
import { listMembers } from '@/lib/memberships/queries/list-members';
import { listQueue } from '@/lib/memberships/queries/list-queue';
import { listUnansweredChecks } from '@/lib/memberships/queries/member-checks';
import { findPracticePcn, listPcnPractices } from '@/lib/memberships/queries/practices-and-pcn';
import { queueFilters } from '@/lib/memberships/schema/queue';
import { removePreset, renamePreset } from '@/lib/presets/commands/change-preset';
import { savePreset } from '@/lib/presets/commands/save-preset';
import { findPreset } from '@/lib/presets/queries/find-presets';
import { switchTo } from '@/lib/workspaces/commands';
import { findWorkspace } from '@/lib/workspaces/queries';
import type { rooms } from '@/scripts/pages/permissions';
import type { Scene } from './scene';

type Rooms = typeof rooms;
export type OperationName = { [R in keyof Rooms]: Extract<keyof Rooms[R], string> }[keyof Rooms];

type Attempt = (viewer: Person, scene: Scene, actor: ActorName) => Promise<boolean>;

const ok = async (answer: Promise<{ ok: boolean }>) => (await answer).ok;
const seen = async (answer: Promise<unknown>) => (await answer) !== null;
const authoriser = { name: 'Dr Example', position: 'GP partner', checked: 'Called the practice' };

/** Every operation of the tables, as the product does it. A new one does not compile until it stands here. */
export const attempts: Record<OperationName, Attempt> = {
  request: (viewer, { code }) => ok(requestToJoin(viewer, { code, claim: 'partner', claimOther: '', message: '' })),
  'read-request': (viewer, { request }) => seen(findRequest(viewer, request)),
  withdraw: (viewer, { request: id }) => ok(withdraw(viewer, { id })),
  'add-message': (viewer, { request: id }) => ok(addMessage(viewer, { id, message: 'Hello' })),
  nudge: (viewer, { request: id }) => ok(nudge(viewer, { id })),
  'list-approvals': (viewer, { code }) => seen(listApprovals(viewer, code)),
  approve: (viewer, { request: id }) => ok(approve(viewer, { id, role: 'member' })),
  'approve-as-admin': (viewer, { request: id }) => ok(approve(viewer, { id, role: 'admin', authoriser })),
  reject: (viewer, { request: id }) => ok(reject(viewer, { id, reason: 'unknown' })),
  'ask-for-more': (viewer, { request: id }) => ok(askForMore(viewer, { id, question: 'Who are you?' })),
  invite: (viewer, { code }) =>
    ok(invite(viewer, { code, role: 'member', addresses: [`new-${randomUUID()}@example.nhs.uk`] })),
  'list-invitations': (viewer, { code }) => seen(listInvitations(viewer, code, '')),
  'resend-invitation': (viewer, { invitation: id }) => ok(resendInvitation(viewer, { id })),
  'cancel-invitation': (viewer, { invitation: id }) => ok(cancelInvitation(viewer, { id })),
  'accept-invitation': (viewer, { own }) => ok(acceptInvitation(viewer, { id: own('invited') })),
  'decline-invitation': (viewer, { own }) => ok(declineInvitation(viewer, { id: own('invited') })),
  'list-members': (viewer, { code }) => seen(listMembers(viewer, code)),
  'see-addresses': async (viewer, { code }) =>
    (await listMembers(viewer, code))?.members.some(({ more, self }) => !self && more !== null) ?? false,
  promote: (viewer, { colleague: id }) => ok(promote(viewer, { id })),
  demote: (viewer, { otherAdmin: id }) => ok(demote(viewer, { id })),
  remove: (viewer, { colleague: id }) => ok(remove(viewer, { id, reason: 'Left' })),
  leave: (viewer, { own }, actor) => ok(leave(viewer, { id: own(actor) })),
  'step-down': (viewer, { own }, actor) => ok(stepDown(viewer, { id: own(actor) })),
  'hand-over': (viewer, { own, colleague: successor }, actor) =>
    ok(handOver(viewer, { id: own(actor), successor, afterwards: 'leave' })),
  'read-access': (viewer, { code }) => seen(findAccess(viewer, code, null)),
  'check-members': (viewer, { code }) => ok(checkMembers(viewer, { code, people: [] })),
  'see-own-pcn': (viewer, { code }) => seen(findPracticePcn(viewer, code)),
  'let-pcn-decide': (viewer, { code, pcn }) => ok(letPcnDecide(viewer, { code, pcn, decides: true })),
  'list-practices': (viewer, { pcn }) => seen(listPcnPractices(viewer, pcn)),
  'see-unanswered-checks': viewer => seen(listUnansweredChecks(viewer)),
  'settle-check': (viewer, { unanswered: { id } }) => ok(settleCheck(viewer, { id, stays: true, authoriser })),
  'see-queue': viewer => seen(listQueue(viewer, queueFilters.parse({}))),
  'see-queue-item': (viewer, { request }) => seen(findQueueItem(viewer, request)),
  take: (viewer, { request: id }) => ok(take(viewer, { id })),
  note: (viewer, { request: id }) => ok(addNote(viewer, { id, requestId: randomUUID(), text: 'Known' })),
  'save-filters': viewer =>
    ok(saveFilters(viewer, { name: randomUUID(), filters: queueFilters.parse({ org: randomUUID().slice(0, 8) }) })),
  'start-bulk': (viewer, { request }) =>
    ok(startBulk(viewer, { requestId: randomUUID(), wish: 'approve', ids: [request] })),
  'open-workspace': (viewer, { code }) => seen(findWorkspace(viewer, code)),
  'switch-workspace': (viewer, { own }, actor) => ok(switchTo(viewer, own(actor))),
  'read-preset': (viewer, { preset }) => seen(findPreset(viewer, preset)),
  'save-preset': (viewer, { code }) =>
    ok(
      savePreset(viewer, {
        requestId: randomUUID(),
        tool: 'practice-overview',
        name: `Saved ${randomUUID().slice(0, 8)}`,
        scope: code,
        expectedWs: 'none',
        settings: `org=${code}`,
        sameName: 'ask',
      }),
    ),
  'rename-preset': (viewer, { preset: id }) => ok(renamePreset(viewer, { id, name: 'Renamed' })),
  'delete-preset': (viewer, { preset }) => ok(removePreset(viewer, preset)),
  'read-activity': (viewer, { code }) => seen(listActivity(viewer, { code }, activityFilters.parse({}))),
  'read-platform-activity': viewer => seen(listActivity(viewer, 'platform', activityFilters.parse({}))),
  // Whoever is a viewer has an account: the guard is all there is.
  'open-account': async () => true,
  'list-people': viewer => seen(listPeople(viewer, peopleFilters.parse({}))),
  'see-person': (viewer, { author }) => seen(findPersonPage(viewer, author.userId)),
  disable: (viewer, { author }) => ok(disable(viewer, { id: author.userId, reason: 'asked' })),
  'end-sessions': (viewer, { author }) => ok(endSessionsOf(viewer, { id: author.userId })),
  'see-datasets': viewer => seen(listDatasets(viewer)),
  'set-weekly': viewer => ok(setWeekly(viewer, true)),
};
