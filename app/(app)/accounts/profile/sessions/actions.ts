'use server';

import { redirect } from 'next/navigation';
import { endOtherSessions, endSession } from '@/lib/accounts/commands/end-sessions';
import { nothing, oneOf } from '@/lib/accounts/schema';
import { devicesWords, sessionWords } from '@/lib/accounts/words';
import { freshAction, settle } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice } from '@/lib/web/notice';

const sessions = '/accounts/profile/sessions/';

export const endOne = asForm(
  freshAction.inputSchema(oneOf).action(async ({ ctx, parsedInput: { id } }) => {
    settle(await endSession(ctx.viewer, id), sessionWords);
    await leaveNotice(ctx.viewer, { tone: 'success', text: 'The device is signed out.' });
    redirect(sessions);
  }),
);

export const endOthers = asForm(
  freshAction.inputSchema(nothing).action(async ({ ctx }) => {
    const ended = settle(await endOtherSessions(ctx.viewer), sessionWords);
    await leaveNotice(ctx.viewer, { tone: 'success', text: devicesWords(ended) });
    redirect(sessions);
  }),
);
