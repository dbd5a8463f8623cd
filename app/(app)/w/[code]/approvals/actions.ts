'use server';

import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { approve } from '@/lib/memberships/commands/approve';
import { askForMore } from '@/lib/memberships/commands/correspond';
import { reject } from '@/lib/memberships/commands/reject';
import { reasonOf } from '@/lib/memberships/rules/reason';
import { approval, question, rejection } from '@/lib/memberships/schema/requests';
import { HELD_WORDS, questionWords, refusals } from '@/lib/memberships/words';
import { pageAfter } from '@/lib/memberships/words/pcn';
import { confirmFirst, signedInAction } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveOutcome } from '@/lib/web/notice';

// Which page the form stood on. The request's own organisation decides what may be done, not this.
const page = z.object({ code: z.string().regex(/^[A-Z0-9]{3,8}$/) });

/** Lets a person in as the pressed button says. Whoever comes second reads on the list who decided and when (R10). */
export const approveRequest = asForm(
  signedInAction.inputSchema(approval.extend(page.shape)).action(async ({ ctx, parsedInput }) => {
    const { id, role, code } = parsedInput;
    const result = await approve(ctx.viewer, { id, role });
    if (!result.ok && result.refusal === 'not-found') notFound();
    if (!result.ok && result.refusal === 'not-fresh') return confirmFirst(ctx.viewer, parsedInput);
    const as = role === 'admin' ? 'an admin' : 'a member';
    await leaveOutcome(ctx.viewer, result, refusals, value => ({
      text: `${value.membership.person.name} is now ${as} of ${value.organisation.name}. ${HELD_WORDS}`,
      undo: value.eventId,
    }));
    redirect(pageAfter(result, `/w/${code}/approvals/`));
  }),
);

/** Turns a request down with its reason. */
export const rejectRequest = asForm(
  signedInAction.inputSchema(z.intersection(rejection, page)).action(async ({ ctx, parsedInput }) => {
    const { id, code } = parsedInput;
    const result = await reject(ctx.viewer, { id, reason: reasonOf(parsedInput) });
    if (!result.ok && result.refusal === 'not-found') notFound();
    await leaveOutcome(ctx.viewer, result, refusals, value => ({
      text: `The request of ${value.membership.person.name} was rejected. ${HELD_WORDS}`,
      undo: value.eventId,
    }));
    redirect(pageAfter(result, `/w/${code}/approvals/`));
  }),
);

/** Asks the person something before a decision. */
export const askRequester = asForm(
  signedInAction.inputSchema(question.extend(page.shape)).action(async ({ ctx, parsedInput }) => {
    const result = await askForMore(ctx.viewer, parsedInput);
    if (!result.ok && result.refusal === 'not-found') notFound();
    await leaveOutcome(ctx.viewer, result, refusals, value => ({ text: questionWords(value.membership.person.name) }));
    redirect(pageAfter(result, `/w/${parsedInput.code}/approvals/`));
  }),
);
