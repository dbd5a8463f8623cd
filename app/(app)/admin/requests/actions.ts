'use server';

import { notFound, redirect } from 'next/navigation';
import { say } from '@/lib/core/words';
import { approve } from '@/lib/memberships/commands/approve';
import { askForMore } from '@/lib/memberships/commands/correspond';
import { reject } from '@/lib/memberships/commands/reject';
import { removeFilters, saveFilters } from '@/lib/memberships/commands/save-filters';
import { queueHref } from '@/lib/memberships/rules/queue-address';
import { reasonOf } from '@/lib/memberships/rules/reason';
import { filterSaving, readFilters, savedFilterId } from '@/lib/memberships/schema/queue';
import { authoriser, platformApproval, question, rejection } from '@/lib/memberships/schema/requests';
import { HELD_WORDS, questionWords, refusals } from '@/lib/memberships/words';
import { savedFilterRefusals } from '@/lib/memberships/words/queue';
import { adminAction, confirmFirst, settle } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice, leaveOutcome } from '@/lib/web/notice';

/** Approves for the platform team. A missing authoriser is said at its field, everything else on the request's page. */
export const approveForPlatform = asForm(
  adminAction.inputSchema(platformApproval).action(async ({ ctx, parsedInput }) => {
    const { id, role } = parsedInput;
    const authorised = authoriser.safeParse(parsedInput);
    const result = await approve(ctx.viewer, { id, role, authoriser: authorised.data });
    if (!result.ok && result.refusal === 'not-found') notFound();
    if (!result.ok && result.refusal === 'not-fresh') return confirmFirst(ctx.viewer, parsedInput);
    if (!result.ok && result.refusal !== 'authoriser-missing') {
      await leaveNotice(ctx.viewer, { tone: 'important', text: say(refusals, result) });
      redirect(`/admin/requests/${id}/`);
    }
    const { eventId, membership, organisation } = settle(result, refusals, { 'authoriser-missing': 'name' });
    const as = role === 'admin' ? 'an admin' : 'a member';
    const text = `${membership.person.name} is now ${as} of ${organisation.name}. ${HELD_WORDS}`;
    const link = { href: `/admin/requests/${id}/`, text: 'See the decision' };
    await leaveNotice(ctx.viewer, { tone: 'success', text, link, undo: eventId });
    redirect('/admin/requests/');
  }),
);

/** Turns a request down for the platform team, with its reason. */
export const rejectForPlatform = asForm(
  adminAction.inputSchema(rejection).action(async ({ ctx, parsedInput }) => {
    const { id } = parsedInput;
    const result = await reject(ctx.viewer, { id, reason: reasonOf(parsedInput) });
    if (!result.ok && result.refusal === 'not-found') notFound();
    if (!result.ok) {
      await leaveNotice(ctx.viewer, { tone: 'important', text: say(refusals, result) });
      redirect(`/admin/requests/${id}/`);
    }
    const text = `The request of ${result.value.membership.person.name} was rejected. ${HELD_WORDS}`;
    const link = { href: `/admin/requests/${id}/`, text: 'See the decision' };
    await leaveNotice(ctx.viewer, { tone: 'success', text, link, undo: result.value.eventId });
    redirect('/admin/requests/');
  }),
);

/** Asks the person something before the platform team decides. */
export const askForPlatform = asForm(
  adminAction.inputSchema(question).action(async ({ ctx, parsedInput }) => {
    const result = await askForMore(ctx.viewer, parsedInput);
    if (!result.ok && result.refusal === 'not-found') notFound();
    await leaveOutcome(ctx.viewer, result, refusals, value => ({ text: questionWords(value.membership.person.name) }));
    redirect(`/admin/requests/${parsedInput.id}/`);
  }),
);

/** Keeps the filters of the page under a name, and stays there. */
export const keepFilters = asForm(
  adminAction.inputSchema(filterSaving).action(async ({ ctx, parsedInput }) => {
    const filters = readFilters(parsedInput.filters);
    const result = await saveFilters(ctx.viewer, { name: parsedInput.name, filters });
    if (!result.ok && result.refusal === 'not-found') notFound();
    const { name } = settle(result, savedFilterRefusals, { 'name-used': 'name' });
    await leaveNotice(ctx.viewer, { tone: 'success', text: `These filters are saved as “${name}”.` });
    redirect(queueHref({ ...filters, after: '' }));
  }),
);

/** Forgets filters of the viewer's own, and leaves them set: saved again, they are back. */
export const forgetFilters = asForm(
  adminAction.inputSchema(savedFilterId).action(async ({ ctx, parsedInput }) => {
    const { name, search } = settle(await removeFilters(ctx.viewer, parsedInput.id), savedFilterRefusals);
    await leaveNotice(ctx.viewer, { tone: 'success', text: `“${name}” is removed from your saved filters.` });
    redirect(queueHref(readFilters(search)));
  }),
);
