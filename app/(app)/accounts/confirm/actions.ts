'use server';

import { redirect } from 'next/navigation';
import { confirmIdentity } from '@/lib/accounts/commands/confirm-identity';
import { askPasskeyToConfirm } from '@/lib/accounts/commands/passkeys';
import { factorCode, nothing, onePassword, passkeyAnswer } from '@/lib/accounts/schema';
import { confirmWords, proofField } from '@/lib/accounts/words';
import { returnPath } from '@/lib/core/return-path';
import type { Person } from '@/lib/core/viewer';
import { settle, signedInAction } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { renewCookie } from '@/lib/web/session';

export const confirmByPassword = asForm(
  signedInAction.inputSchema(onePassword).action(async ({ ctx, parsedInput: { password, next } }) => {
    await goOn(ctx.viewer, { kind: 'password', password }, next);
  }),
);

export const confirmByCode = asForm(
  signedInAction.inputSchema(factorCode).action(async ({ ctx, parsedInput: { code, next } }) => {
    await goOn(ctx.viewer, { kind: 'code', code }, next);
  }),
);

export const confirmByPasskey = asForm(
  signedInAction.inputSchema(passkeyAnswer).action(async ({ ctx, parsedInput: { answer, next } }) => {
    await goOn(ctx.viewer, { kind: 'passkey', answer }, next);
  }),
);

export const askPasskey = signedInAction
  .inputSchema(nothing)
  .action(async ({ ctx }) => askPasskeyToConfirm(ctx.viewer));

async function goOn(viewer: Person, offered: Parameters<typeof confirmIdentity>[1], next: string | undefined) {
  const session = settle(await confirmIdentity(viewer, offered), confirmWords, proofField);
  await renewCookie(session.sessionToken, session.until);
  redirect(returnPath(next));
}
