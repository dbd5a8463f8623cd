'use server';

import { redirect } from 'next/navigation';
import { closeAccount } from '@/lib/accounts/commands/close-account';
import { findLeaving } from '@/lib/accounts/queries/leaving';
import { farewell, handOvers } from '@/lib/accounts/schema/leaving';
import { closeWords } from '@/lib/accounts/words/leaving';
import { done, refuse } from '@/lib/core/result';
import { freshAction, settle } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { dropSession } from '@/lib/web/session';

/** Deletes nothing: takes the choices on to the page that asks once more. */
export const goOn = asForm(
  freshAction.inputSchema(handOvers).action(async ({ ctx, parsedInput: choices }) => {
    const { onlyAdminOf, lastPlatformAdmin } = await findLeaving(ctx.viewer);
    settle(lastPlatformAdmin ? refuse('last-platform-administrator') : done(null), closeWords);
    const open = onlyAdminOf.find(({ code }) => !choices[code]);
    settle(open ? refuse('last-administrator', { organisation: open.name }) : done(null), closeWords, {
      'last-administrator': `admin-${open?.code}`,
    });
    const query = new URLSearchParams(onlyAdminOf.map(({ code }) => [`admin-${code}`, String(choices[code])]));
    redirect(`/accounts/profile/delete/confirm/${query.size > 0 ? `?${query}` : ''}`);
  }),
);

export const deleteAccount = asForm(
  freshAction.inputSchema(farewell).action(async ({ ctx, parsedInput }) => {
    const wanted = { ...parsedInput, handOvers: handOvers.parse(parsedInput) };
    settle(await closeAccount(ctx.viewer, wanted), closeWords, { 'other-address': 'email', 'not-current': 'password' });
    await dropSession();
    redirect('/accounts/deleted/');
  }),
);
