'use server';

import { redirect } from 'next/navigation';
import { addPasskey, removePasskey, renamePasskey, startPasskey } from '@/lib/accounts/commands/passkeys';
import { newPasskey, nothing, oneOf, renamedPasskey } from '@/lib/accounts/schema';
import { factorChanges, factorWords } from '@/lib/accounts/words';
import { freshAction, settle } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice } from '@/lib/web/notice';

const security = '/accounts/profile/security/';

export const ask = freshAction
  .inputSchema(nothing)
  .action(async ({ ctx }) => settle(await startPasskey(ctx.viewer), factorWords));

export const add = asForm(
  freshAction.inputSchema(newPasskey).action(async ({ ctx, parsedInput }) => {
    const { newCodes } = settle(await addPasskey(ctx.viewer, parsedInput), factorWords);
    await leaveNotice(ctx.viewer, { tone: 'success', text: `${factorChanges['passkey-added']}.` });
    redirect(newCodes ? `${security}recovery-codes/` : security);
  }),
);

export const rename = asForm(
  freshAction.inputSchema(renamedPasskey).action(async ({ ctx, parsedInput }) => {
    settle(await renamePasskey(ctx.viewer, parsedInput), factorWords);
    await leaveNotice(ctx.viewer, { tone: 'success', text: `The passkey is now called ${parsedInput.name}.` });
    redirect(security);
  }),
);

export const remove = asForm(
  freshAction.inputSchema(oneOf).action(async ({ ctx, parsedInput: { id } }) => {
    settle(await removePasskey(ctx.viewer, id), factorWords);
    await leaveNotice(ctx.viewer, { tone: 'success', text: `${factorChanges['passkey-removed']}.` });
    redirect(security);
  }),
);
