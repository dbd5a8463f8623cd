'use server';

import { notFound, redirect } from 'next/navigation';
import { dropDraft, keepDraft } from '@/lib/memberships/commands/draft-invitations';
import { invite } from '@/lib/memberships/commands/invite';
import { cancelInvitation, resendInvitation } from '@/lib/memberships/commands/manage-invitations';
import { findDraft } from '@/lib/memberships/queries/find-draft';
import { readAddresses } from '@/lib/memberships/rules/address-list';
import { MOST_AT_ONCE } from '@/lib/memberships/rules/invitations';
import { checkedList, invitationList, oneInvitation } from '@/lib/memberships/schema/invitations';
import { invitationRefusals, managedWords, sentWords } from '@/lib/memberships/words/invitations';
import { confirmFirst, settle, signedInAction } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice, leaveOutcome } from '@/lib/web/notice';

/** Keeps the list for the page that checks it. Nothing is sent. */
export const checkList = asForm(
  signedInAction.inputSchema(invitationList).action(async ({ ctx, parsedInput: { code, addresses, role } }) => {
    const draft = await keepDraft(ctx.viewer, { code, role, typed: addresses });
    redirect(`/w/${code}/members/invite/check/?draft=${draft}`);
  }),
);

/** Sends what was checked. Each address is judged once more: what has changed meanwhile is left out and told. */
export const sendInvitations = asForm(
  signedInAction.inputSchema(checkedList).action(async ({ ctx, parsedInput: { code, draft: id } }) => {
    const draft = await findDraft(ctx.viewer, { code, id });
    if (!draft) redirect(`/w/${code}/members/invite/?gone=1`);
    const addresses = readAddresses(draft.typed).addresses.slice(0, MOST_AT_ONCE);
    const result = await invite(ctx.viewer, { code, role: draft.role, addresses });
    if (!result.ok && result.refusal === 'not-found') notFound();
    if (!result.ok && result.refusal === 'not-fresh') return confirmFirst(ctx.viewer, { code, draft: id });
    const { outcomes } = settle(result, invitationRefusals);
    await dropDraft(ctx.viewer, id);
    const sent = outcomes.some(({ outcome }) => outcome === 'sent');
    await leaveNotice(ctx.viewer, { tone: sent ? 'success' : 'important', text: sentWords(outcomes) });
    redirect(`/w/${code}/members/?show=invited`);
  }),
);

const verbs = { again: resendInvitation, cancel: cancelInvitation };

const manage = signedInAction.inputSchema(oneInvitation).action(async ({ ctx, parsedInput: { code, id, verb } }) => {
  const result = await verbs[verb](ctx.viewer, { id });
  await leaveOutcome(ctx.viewer, result, invitationRefusals, value => ({ text: managedWords(verb, value.address) }));
  redirect(`/w/${code}/members/?show=invited`);
});

/** Sends an invitation again or cancels it, as the pressed button says. */
export async function manageInvitation(data: FormData): Promise<void> {
  const field = (name: string) => String(data.get(name));
  await manage({ id: field('id'), code: field('code'), verb: oneInvitation.shape.verb.parse(field('verb')) });
}
