'use server';

import { notFound, redirect } from 'next/navigation';
import { addNote, giveBack, removeNote, take } from '@/lib/memberships/commands/look-after';
import { internalNote, noteId } from '@/lib/memberships/schema/queue';
import { membershipId } from '@/lib/memberships/schema/requests';
import { refusals } from '@/lib/memberships/words';
import { adminAction, settle } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice } from '@/lib/web/notice';

/** Says to colleagues that one looks after a request. */
export const takeRequest = asForm(
  adminAction.inputSchema(membershipId).action(async ({ ctx, parsedInput }) => {
    const result = await take(ctx.viewer, parsedInput);
    if (!result.ok && result.refusal === 'not-found') notFound();
    settle(result, refusals);
    await leaveNotice(ctx.viewer, { tone: 'success', text: 'You look after this request now.' });
    redirect(`/admin/requests/${parsedInput.id}/`);
  }),
);

/** Says that one no longer does. */
export const giveRequestBack = asForm(
  adminAction.inputSchema(membershipId).action(async ({ ctx, parsedInput }) => {
    const result = await giveBack(ctx.viewer, parsedInput);
    if (!result.ok && result.refusal === 'not-found') notFound();
    settle(result, refusals);
    await leaveNotice(ctx.viewer, { tone: 'success', text: 'Nobody looks after this request now.' });
    redirect(`/admin/requests/${parsedInput.id}/`);
  }),
);

/** Keeps a note for colleagues. */
export const saveNote = asForm(
  adminAction.inputSchema(internalNote).action(async ({ ctx, parsedInput }) => {
    const result = await addNote(ctx.viewer, parsedInput);
    if (!result.ok && result.refusal === 'not-found') notFound();
    settle(result, refusals, { 'own-request': 'text' });
    await leaveNotice(ctx.viewer, { tone: 'success', text: 'The note was saved. Only the platform team reads it.' });
    redirect(`/admin/requests/${parsedInput.id}/`);
  }),
);

/** Takes a note of one's own away. */
export const deleteNote = asForm(
  adminAction.inputSchema(noteId).action(async ({ ctx, parsedInput }) => {
    const result = await removeNote(ctx.viewer, parsedInput);
    if (!result.ok && result.refusal === 'not-found') notFound();
    settle(result, refusals);
    await leaveNotice(ctx.viewer, { tone: 'success', text: 'The note was removed.' });
    redirect(`/admin/requests/${parsedInput.id}/`);
  }),
);
