import { randomUUID } from 'node:crypto';
import type { ActorName } from '@/lib/core/operations';
import type { Fields } from '../../support/http';
import type { OperationName } from './commands';
import { keptName, type Scene } from './scene';

/** A page that is read, or a form that is sent: drawn for somebody who may, then sent by whoever tries. */
export type Door =
  | { read: string; shows?: string }
  | { page: string; button: string | RegExp; fields?: Fields; drawnFor: ActorName };

type DoorOf = (scene: Scene, actor: ActorName) => Door;

const approvals = ({ code }: Scene) => `/w/${code}/approvals/`;
const invitations = ({ code }: Scene) => `/w/${code}/members/?show=invited`;
const ownInvitation = ({ code }: Scene) => `/accounts/profile/invitations/${code}/`;
const queueItem = ({ request }: Scene) => `/admin/requests/${request}/`;
const authoriser = { name: 'Dr Example', position: 'GP partner', checked: 'Called the practice' };

/** Where each operation is done. Everybody knocks at the same door, except that the platform team decides at its own. */
export const doors: Record<OperationName, DoorOf> = {
  request: ({ code }) => ({
    page: `/accounts/profile/link-practice/${code}/`,
    button: 'Request access',
    fields: { claim: 'partner' },
    drawnFor: 'stranger',
  }),
  'read-request': ({ request }) => ({ read: `/accounts/profile/requests/${request}/` }),
  withdraw: ({ request }) => ({
    page: `/accounts/profile/requests/${request}/`,
    button: 'Withdraw this request',
    drawnFor: 'pending',
  }),
  'add-message': ({ request }) => ({
    page: `/accounts/profile/requests/${request}/`,
    button: 'Add this message',
    fields: { message: 'Hello' },
    drawnFor: 'pending',
  }),
  nudge: ({ request }) => ({
    page: `/accounts/profile/requests/${request}/`,
    button: 'Send a reminder',
    drawnFor: 'pending',
  }),
  'list-approvals': scene => ({ read: approvals(scene) }),
  approve: scene => ({
    page: approvals(scene),
    button: /^Approve as member/,
    fields: { id: scene.request, role: 'member' },
    drawnFor: 'admin',
  }),
  'approve-as-admin': (scene, actor) =>
    actor === 'platform'
      ? {
          page: queueItem(scene),
          button: /^Approve as admin/,
          fields: { id: scene.request, role: 'admin', ...authoriser },
          drawnFor: 'platform',
        }
      : {
          page: approvals(scene),
          button: /^Approve as member/,
          fields: { id: scene.request, role: 'admin' },
          drawnFor: 'admin',
        },
  reject: scene => ({
    page: `${approvals(scene)}${scene.request}/reject/`,
    button: 'Reject this request',
    fields: { reason: 'unknown' },
    drawnFor: 'admin',
  }),
  'ask-for-more': scene => ({
    page: `${approvals(scene)}${scene.request}/ask/`,
    button: 'Send the question',
    fields: { question: 'Who are you?' },
    drawnFor: 'admin',
  }),
  invite: ({ code }) => ({ read: `/w/${code}/members/invite/` }),
  'list-invitations': scene => ({ read: invitations(scene), shows: scene.people.invited.email }),
  'resend-invitation': scene => ({
    page: invitations(scene),
    button: /^Send again/,
    fields: { verb: 'again' },
    drawnFor: 'admin',
  }),
  'cancel-invitation': scene => ({
    page: invitations(scene),
    button: /^Cancel/,
    fields: { verb: 'cancel' },
    drawnFor: 'admin',
  }),
  'accept-invitation': scene => ({ page: ownInvitation(scene), button: 'Accept and join', drawnFor: 'invited' }),
  'decline-invitation': scene => ({
    page: ownInvitation(scene),
    button: 'Decline the invitation',
    drawnFor: 'invited',
  }),
  'list-members': ({ code }) => ({ read: `/w/${code}/members/` }),
  'see-addresses': ({ code, author }) => ({ read: `/w/${code}/members/`, shows: author.email }),
  promote: ({ code, colleague }) => ({
    page: `/w/${code}/members/`,
    button: /^Make admin/,
    fields: { id: colleague, role: 'admin' },
    drawnFor: 'admin',
  }),
  demote: ({ code, otherAdmin }) => ({
    page: `/w/${code}/members/`,
    button: /^Make member/,
    fields: { id: otherAdmin, role: 'member' },
    drawnFor: 'admin',
  }),
  remove: ({ code, colleague }) => ({
    page: `/w/${code}/members/${colleague}/remove/`,
    button: /^Remove/,
    fields: { reason: 'left' },
    drawnFor: 'admin',
  }),
  leave: ({ code, own }, actor) => ({
    page: `/w/${code}/members/leave/`,
    button: /^Leave/,
    fields: { id: own(actor) },
    drawnFor: 'member',
  }),
  'step-down': ({ code, own }, actor) => ({
    page: `/w/${code}/members/`,
    button: /^Step down/,
    fields: { id: own(actor), role: 'step-down' },
    drawnFor: 'admin',
  }),
  'hand-over': ({ code, own, colleague }, actor) => ({
    page: `/w/${code}/members/leave/`,
    button: /^Leave/,
    fields: { id: own(actor), successor: colleague },
    drawnFor: 'member',
  }),
  'read-access': ({ code }) => ({ read: `/w/${code}/members/access/` }),
  'check-members': ({ code }) => ({
    page: `/w/${code}/members/check/`,
    button: 'Confirm that I still work here',
    drawnFor: 'admin',
  }),
  'see-own-pcn': ({ code }) => ({ read: `/w/${code}/pcn/` }),
  'let-pcn-decide': ({ code }) => ({ page: `/w/${code}/pcn/`, button: /^Let admins of/, drawnFor: 'admin' }),
  'list-practices': ({ pcn }) => ({ read: `/w/${pcn}/practices/` }),
  'see-unanswered-checks': () => ({ read: '/admin/checks/' }),
  'settle-check': ({ unanswered }) => ({
    page: `/admin/checks/${unanswered.id}/`,
    button: 'Save what you found out',
    fields: { outcome: 'stays', ...authoriser },
    drawnFor: 'platform',
  }),
  'see-queue': () => ({ read: '/admin/requests/' }),
  'see-queue-item': scene => ({ read: queueItem(scene) }),
  take: scene => ({ page: queueItem(scene), button: 'Take it', drawnFor: 'platform' }),
  note: scene => ({ page: queueItem(scene), button: 'Save the note', fields: { text: 'Known' }, drawnFor: 'platform' }),
  'save-filters': () => ({
    page: `/admin/requests/?org=${randomUUID().slice(0, 8)}`,
    button: 'Save filters',
    fields: { name: randomUUID() },
    drawnFor: 'platform',
  }),
  'start-bulk': ({ code, request }) => ({
    page: `/admin/requests/?waiting=all&org=${code}`,
    button: /^Approve ticked/,
    fields: { ids: request, wish: 'approve', requestId: randomUUID() },
    drawnFor: 'platform',
  }),
  'open-workspace': ({ code }) => ({ read: `/w/${code}/` }),
  'switch-workspace': ({ own }, actor) => ({
    page: '/workspaces/',
    button: /No workspace/,
    fields: { membership: own(actor), next: '/workspaces/' },
    drawnFor: 'member',
  }),
  'read-preset': ({ code, preset }) => ({
    read: `/tools/practice-overview/?preset=${preset}`,
    shows: keptName(code),
  }),
  'save-preset': ({ code }) => ({
    page: `/tools/practice-overview/save/?org=${code}`,
    button: 'Save',
    fields: { name: `Saved ${randomUUID().slice(0, 8)}`, scope: code, expectedWs: 'none', requestId: randomUUID() },
    drawnFor: 'member',
  }),
  'rename-preset': ({ preset }) => ({
    page: `/accounts/profile/presets/${preset}/`,
    button: 'Save the name',
    fields: { name: 'Renamed' },
    drawnFor: 'admin',
  }),
  'delete-preset': ({ preset }) => ({
    page: `/accounts/profile/presets/${preset}/`,
    button: 'Delete this preset',
    drawnFor: 'admin',
  }),
  'read-activity': ({ code }) => ({ read: `/w/${code}/activity/` }),
  'read-platform-activity': () => ({ read: '/admin/activity/' }),
  'open-account': () => ({ read: '/accounts/profile/' }),
  'list-people': () => ({ read: '/admin/people/' }),
  'see-person': ({ author }) => ({ read: `/admin/people/${author.userId}/` }),
  disable: ({ author }) => ({
    page: `/admin/people/${author.userId}/disable/`,
    button: 'Disable account',
    fields: { reason: 'asked' },
    drawnFor: 'platform',
  }),
  'end-sessions': ({ author }) => ({
    page: `/admin/people/${author.userId}/`,
    button: 'Sign out everywhere',
    drawnFor: 'platform',
  }),
  'see-datasets': () => ({ read: '/admin/datasets/' }),
  'set-weekly': () => ({ page: '/admin/datasets/', button: /every week$/, drawnFor: 'platform' }),
};
