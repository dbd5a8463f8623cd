'use server';

import { redirect } from 'next/navigation';
import { confirmAuthenticator, removeAuthenticator, startAuthenticator } from '@/lib/accounts/commands/authenticator';
import { makeRecoveryCodes } from '@/lib/accounts/commands/recovery-codes';
import { nothing, typedCode } from '@/lib/accounts/schema';
import { factorChanges, factorWords } from '@/lib/accounts/words';
import { freshAction, settle } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice } from '@/lib/web/notice';

const security = '/accounts/profile/security/';

export const begin = asForm(
  freshAction.inputSchema(nothing).action(async ({ ctx }) => {
    settle(await startAuthenticator(ctx.viewer), factorWords);
    redirect(`${security}authenticator/`);
  }),
);

export const confirm = asForm(
  freshAction.inputSchema(typedCode).action(async ({ ctx, parsedInput: { code } }) => {
    const fields = { 'wrong-code': 'code' };
    const { newCodes } = settle(await confirmAuthenticator(ctx.viewer, code), factorWords, fields);
    await leaveNotice(ctx.viewer, { tone: 'success', text: `${factorChanges['authenticator-added']}.` });
    redirect(newCodes ? `${security}recovery-codes/` : security);
  }),
);

export const remove = asForm(
  freshAction.inputSchema(nothing).action(async ({ ctx }) => {
    settle(await removeAuthenticator(ctx.viewer), factorWords);
    await leaveNotice(ctx.viewer, { tone: 'success', text: `${factorChanges['authenticator-removed']}.` });
    redirect(security);
  }),
);

export const makeCodes = asForm(
  freshAction.inputSchema(nothing).action(async ({ ctx }) => {
    settle(await makeRecoveryCodes(ctx.viewer), factorWords);
    redirect(`${security}recovery-codes/`);
  }),
);
