'use server';

import { notFound, redirect } from 'next/navigation';
import { letPcnDecide } from '@/lib/memberships/commands/let-pcn-decide';
import { pcnDeciding } from '@/lib/memberships/schema/pcn';
import { refusals } from '@/lib/memberships/words';
import { pcnWords } from '@/lib/memberships/words/pcn';
import { freshAction, settle } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice } from '@/lib/web/notice';

/** Lets the PCN's admins decide this practice's requests, or no longer. */
export const changePcnDeciding = asForm(
  freshAction.inputSchema(pcnDeciding).action(async ({ ctx, parsedInput }) => {
    const result = await letPcnDecide(ctx.viewer, parsedInput);
    if (!result.ok && result.refusal === 'not-found') notFound();
    const { pcn, changed } = settle(result, refusals);
    await leaveNotice(ctx.viewer, { tone: 'success', text: pcnWords(parsedInput.decides, pcn, changed) });
    redirect(`/w/${parsedInput.code}/pcn/`);
  }),
);
