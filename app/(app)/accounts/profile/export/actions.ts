'use server';

import { redirect } from 'next/navigation';
import { askExport as ask } from '@/lib/accounts/commands/export';
import { proveByPassword } from '@/lib/accounts/commands/own-password';
import { waitForExport } from '@/lib/accounts/queries/exports';
import { withPassword } from '@/lib/accounts/schema/leaving';
import { exportWords, ownPasswordWords } from '@/lib/accounts/words/leaving';
import { settle, signedInAction } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';

export const askExport = asForm(
  signedInAction.inputSchema(withPassword).action(async ({ ctx, parsedInput: { password } }) => {
    settle(await proveByPassword(ctx.viewer, password), ownPasswordWords, { 'not-current': 'password' });
    const { id } = settle(await ask(ctx.viewer), exportWords);
    await waitForExport(id);
    redirect('/accounts/profile/export/');
  }),
);
