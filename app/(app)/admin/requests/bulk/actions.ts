'use server';

import { notFound, redirect } from 'next/navigation';
import { confirmBulk, runBulk, startBulk } from '@/lib/memberships/commands/bulk';
import { listMatching } from '@/lib/memberships/queries/list-queue';
import { reasonOf } from '@/lib/memberships/rules/reason';
import { bulkConfirmation, bulkStart, readFilters } from '@/lib/memberships/schema/queue';
import { refusals } from '@/lib/memberships/words';
import { adminAction, settle } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';

/** Lays what was ticked, or all that match, out on a page to be checked. */
export const layOut = asForm(
  adminAction.inputSchema(bulkStart).action(async ({ ctx, parsedInput }) => {
    const { requestId, wish, ids, all, filters } = parsedInput;
    const chosen = all === 'yes' ? await listMatching(ctx.viewer, readFilters(filters)) : ids;
    const result = await startBulk(ctx.viewer, { requestId, wish, ids: chosen ?? [] });
    if (!result.ok && result.refusal === 'not-found') notFound();
    redirect(`/admin/requests/bulk/${settle(result, refusals).id}/`);
  }),
);

/** Decides what was checked: few at once, many by a job that the page follows. */
export const decideAsChosen = asForm(
  adminAction.inputSchema(bulkConfirmation).action(async ({ ctx, parsedInput }) => {
    const { id, choices, reason, reasonOther } = parsedInput;
    const words = reason === '' ? '' : reasonOf({ reason, reasonOther });
    const result = await confirmBulk(ctx.viewer, { id, reason: words, choices });
    if (!result.ok && result.refusal === 'not-found') notFound();
    if (settle(result, refusals, { 'reason-missing': 'reason' }) === 'now') await runBulk(ctx.viewer, id);
    redirect(`/admin/requests/bulk/${id}/`);
  }),
);
