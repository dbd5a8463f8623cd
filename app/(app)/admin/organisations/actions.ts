'use server';

import { notFound, redirect } from 'next/navigation';
import { promote } from '@/lib/memberships/commands/change-role';
import { firstAdmin } from '@/lib/memberships/schema/ownerless';
import { refusals } from '@/lib/memberships/words';
import { freshAdminAction, settle } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice } from '@/lib/web/notice';

/** Makes a member the first admin of an organisation that has none, on the word of somebody there (R16). */
export const makeFirstAdmin = asForm(
  freshAdminAction.inputSchema(firstAdmin).action(async ({ ctx, parsedInput }) => {
    const { id, name, position, checked } = parsedInput;
    const result = await promote(ctx.viewer, { id, authoriser: { name, position, checked } });
    if (!result.ok && result.refusal === 'not-found') notFound();
    const { membership, organisation } = settle(result, refusals);
    await leaveNotice(ctx.viewer, {
      tone: 'success',
      text: `${membership.person.name} is now the admin of ${organisation.name} and decides who joins. We have sent an email.`,
    });
    redirect(`/admin/organisations/${organisation.code}/`);
  }),
);
