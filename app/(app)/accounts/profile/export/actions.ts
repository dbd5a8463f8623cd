'use server';

import { redirect } from 'next/navigation';
import { askExport as ask } from '@/lib/accounts/commands/export';
import { waitForExport } from '@/lib/accounts/queries/exports';
import { nothing } from '@/lib/accounts/schema';
import { exportWords } from '@/lib/accounts/words/leaving';
import { freshAction, settle } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';

export const askExport = asForm(
  freshAction.inputSchema(nothing).action(async ({ ctx }) => {
    const { id } = settle(await ask(ctx.viewer), exportWords);
    await waitForExport(id);
    redirect('/accounts/profile/export/');
  }),
);
