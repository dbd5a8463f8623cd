'use server';

import { redirect } from 'next/navigation';
import { askAddressChange, cancelAddressChange, changeAddressByCode } from '@/lib/accounts/commands/change-address';
import { findWaitingAddress } from '@/lib/accounts/queries/address-change';
import { nothing, typedCode } from '@/lib/accounts/schema';
import { newAddress } from '@/lib/accounts/schema/leaving';
import { devicesWords } from '@/lib/accounts/words';
import { addressChangeWords, addressCodeWords } from '@/lib/accounts/words/leaving';
import { freshAction, settle, signedInAction } from '@/lib/web/action';
import { currentClient } from '@/lib/web/client';
import { clearCookie } from '@/lib/web/cookies';
import { asForm } from '@/lib/web/form';
import { leaveNotice } from '@/lib/web/notice';

export const askForChange = asForm(
  freshAction.inputSchema(newAddress).action(async ({ ctx, parsedInput: { email } }) => {
    const { address: client } = await currentClient();
    settle(await askAddressChange(ctx.viewer, { email, client }), addressChangeWords, {
      'same-address': 'email',
      'not-yet': 'email',
    });
    redirect('/accounts/profile/email/');
  }),
);

export const sendAnother = asForm(
  freshAction.inputSchema(nothing).action(async ({ ctx }) => {
    const waiting = await findWaitingAddress(ctx.viewer);
    if (!waiting) redirect('/accounts/profile/email/');
    const { address: client } = await currentClient();
    settle(await askAddressChange(ctx.viewer, { email: waiting.address, client }), addressChangeWords);
    redirect('/accounts/profile/email/?again=1');
  }),
);

export const confirmWithCode = asForm(
  signedInAction.inputSchema(typedCode).action(async ({ ctx, parsedInput: { code } }) => {
    const fields = { 'wrong-code': 'code', 'code-used-up': 'code' };
    const changed = settle(await changeAddressByCode(ctx.viewer, code), addressCodeWords, fields);
    await clearCookie('mailed');
    const text = `Your address is now ${changed.address}. ${devicesWords(changed.sessionsEnded)}`;
    await leaveNotice(ctx.viewer, { tone: 'success', text });
    redirect('/accounts/profile/');
  }),
);

export const cancel = asForm(
  signedInAction.inputSchema(nothing).action(async ({ ctx }) => {
    await cancelAddressChange(ctx.viewer);
    await leaveNotice(ctx.viewer, { tone: 'success', text: 'Your address stays as it is.' });
    redirect('/accounts/profile/');
  }),
);
