'use server';

import { notFound, redirect } from 'next/navigation';
import type { Result } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { say } from '@/lib/core/words';
import { addMessage, nudge } from '@/lib/memberships/commands/correspond';
import { leave } from '@/lib/memberships/commands/leave';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { withdraw } from '@/lib/memberships/commands/withdraw';
import { addedMessage, joinRequest, membershipId } from '@/lib/memberships/schema/requests';
import { type Refusal, refusals } from '@/lib/memberships/words';
import { isOver, ownRefusals } from '@/lib/memberships/words/own-request';
import { settle, signedInAction } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice } from '@/lib/web/notice';

/** Sends a request. Asking twice leads to the request that is there already. */
export const askToJoin = asForm(
  signedInAction.inputSchema(joinRequest).action(async ({ ctx, parsedInput }) => {
    const result = await requestToJoin(ctx.viewer, parsedInput);
    const earlier = !result.ok && result.facts.id;
    if (earlier) redirect(`/accounts/profile/requests/${earlier}/`);
    const { id } = settle(result, refusals);
    await leaveNotice(ctx.viewer, { tone: 'success', text: 'Your request was sent. We email you when it is decided.' });
    redirect(`/accounts/profile/requests/${id}/`);
  }),
);

/** Takes a request back; what the deciders see changes at once. */
export const withdrawRequest = asForm(
  signedInAction.inputSchema(membershipId).action(async ({ ctx, parsedInput }) => {
    const result = await withdraw(ctx.viewer, parsedInput);
    await sayIfOver(ctx.viewer, parsedInput.id, result);
    if (!result.ok && result.refusal === 'not-found') notFound();
    const { membership, organisation, eventId } = settle(result, refusals);
    await leaveNotice(ctx.viewer, {
      tone: 'success',
      text: `Your request to join ${organisation.name} is withdrawn. You can undo this for 10 minutes, and ask again at any time.`,
      undo: eventId,
      link: { href: `/accounts/profile/link-${organisation.kind}/${organisation.code}/`, text: 'Request again' },
    });
    redirect(`/accounts/profile/requests/${membership.id}/`);
  }),
);

/** Leaves an organisation. */
export const leaveOrganisation = asForm(
  signedInAction.inputSchema(membershipId).action(async ({ ctx, parsedInput }) => {
    const result = await leave(ctx.viewer, parsedInput);
    if (!result.ok && result.refusal === 'not-found') notFound();
    const { organisation, eventId } = settle(result, refusals);
    const text = `You have left ${organisation.name}. You can undo this for 10 minutes.`;
    await leaveNotice(ctx.viewer, { tone: 'success', text, undo: eventId });
    redirect('/accounts/profile/');
  }),
);

/** Adds to a request that waits; where the deciders asked something, it is the answer. */
export const sendMessage = asForm(
  signedInAction.inputSchema(addedMessage).action(async ({ ctx, parsedInput }) => {
    const result = await addMessage(ctx.viewer, parsedInput);
    await sayIfOver(ctx.viewer, parsedInput.id, result);
    if (!result.ok && result.refusal === 'not-found') notFound();
    const { membership } = settle(result, refusals);
    const text = membership.pausedAt
      ? 'Your answer was sent. The request waits for a decision again.'
      : 'Your message was added. Whoever decides reads it with your request.';
    await leaveNotice(ctx.viewer, { tone: 'success', text });
    redirect(`/accounts/profile/requests/${membership.id}/`);
  }),
);

/** Has the deciders reminded. */
export const sendReminder = asForm(
  signedInAction.inputSchema(membershipId).action(async ({ ctx, parsedInput }) => {
    const result = await nudge(ctx.viewer, parsedInput);
    await sayIfOver(ctx.viewer, parsedInput.id, result);
    if (!result.ok && result.refusal === 'not-found') notFound();
    const { membership } = settle(result, refusals);
    await leaveNotice(ctx.viewer, { tone: 'success', text: 'We have sent a reminder to whoever decides.' });
    redirect(`/accounts/profile/requests/${membership.id}/`);
  }),
);

/** Decided, withdrawn or expired while its page was open: the page says how it stands now, and that nothing was saved. */
async function sayIfOver(viewer: Person, id: string, result: Result<unknown, Refusal>): Promise<void> {
  if (result.ok || !isOver(result.refusal)) return;
  await leaveNotice(viewer, { tone: 'important', text: say(ownRefusals, result) });
  redirect(`/accounts/profile/requests/${id}/`);
}
