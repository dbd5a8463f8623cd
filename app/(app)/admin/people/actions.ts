'use server';

import { notFound, redirect } from 'next/navigation';
import { disable, enable, endSessionsOf } from '@/lib/accounts/commands/manage-people';
import { cancelRemoval, planRemoval } from '@/lib/accounts/commands/remove-factors';
import { disabling, onePerson, removal } from '@/lib/accounts/schema/leaving';
import { type PeopleRefusal, peopleWords } from '@/lib/accounts/words/leaving';
import { formatDateTime } from '@/lib/core/dates';
import type { Result } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { say } from '@/lib/core/words';
import { freshAdminAction } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice } from '@/lib/web/notice';

/** Back to the person's page, with what happened or why it did not. */
async function tellOnPage<T>(
  viewer: Person,
  id: string,
  result: Result<T, PeopleRefusal>,
  text: (value: T) => string,
): Promise<never> {
  if (!result.ok && result.refusal === 'not-found') notFound();
  const said = result.ok ? text(result.value) : say(peopleWords, result);
  await leaveNotice(viewer, { tone: result.ok ? 'success' : 'important', text: said });
  redirect(`/admin/people/${id}/`);
}

export const disablePerson = asForm(
  freshAdminAction.inputSchema(disabling).action(async ({ ctx, parsedInput }) => {
    const result = await disable(ctx.viewer, parsedInput);
    return tellOnPage(ctx.viewer, parsedInput.id, result, ({ name }) => `The account of ${name} is disabled.`);
  }),
);

export const enablePerson = asForm(
  freshAdminAction.inputSchema(onePerson).action(async ({ ctx, parsedInput }) => {
    const result = await enable(ctx.viewer, parsedInput);
    return tellOnPage(ctx.viewer, parsedInput.id, result, ({ name }) => `${name} can sign in again.`);
  }),
);

export const endSessions = asForm(
  freshAdminAction.inputSchema(onePerson).action(async ({ ctx, parsedInput }) => {
    const result = await endSessionsOf(ctx.viewer, parsedInput);
    const words = (count: number) => (count === 1 ? '1 device was signed out.' : `${count} devices were signed out.`);
    return tellOnPage(ctx.viewer, parsedInput.id, result, words);
  }),
);

export const planFactorRemoval = asForm(
  freshAdminAction.inputSchema(removal).action(async ({ ctx, parsedInput }) => {
    const result = await planRemoval(ctx.viewer, parsedInput);
    const words = (due: Date) => `The second factors are removed on ${formatDateTime(due)}. We have sent an email.`;
    return tellOnPage(ctx.viewer, parsedInput.id, result, words);
  }),
);

export const cancelFactorRemoval = asForm(
  freshAdminAction.inputSchema(onePerson).action(async ({ ctx, parsedInput }) => {
    const result = await cancelRemoval(ctx.viewer, parsedInput);
    return tellOnPage(ctx.viewer, parsedInput.id, result, () => 'The removal is cancelled.');
  }),
);
