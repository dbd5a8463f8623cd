'use server';

import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { membersHref } from '@/components/memberships/member-filters';
import { demote, promote } from '@/lib/memberships/commands/change-role';
import { handOver, resign } from '@/lib/memberships/commands/hand-over';
import { leave, stepDown } from '@/lib/memberships/commands/leave';
import { remove } from '@/lib/memberships/commands/remove';
import { removalReasonOf } from '@/lib/memberships/rules/reason';
import { leaving, memberFilters, removal, roleChange } from '@/lib/memberships/schema/members';
import { HELD_WORDS, refusals, roleWords } from '@/lib/memberships/words';
import { confirmFirst, freshAction, settle, signedInAction } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice, leaveOutcome } from '@/lib/web/notice';

// Which page the form stood on, and how its list was narrowed. The membership's own organisation decides what may be
// done, not this.
const page = z.object({ code: z.string().regex(/^[A-Z0-9]{3,8}$/), list: z.string().max(500).catch('').default('') });

const filtersIn = (list: string) => memberFilters.parse(Object.fromEntries(new URLSearchParams(list)));

const commands = { admin: promote, member: demote, 'step-down': stepDown };

const change = freshAction.inputSchema(roleChange.extend(page.shape)).action(async ({ ctx, parsedInput }) => {
  const { id, role, code, list } = parsedInput;
  const result = await commands[role](ctx.viewer, { id });
  if (!result.ok && result.refusal === 'not-found') notFound();
  await leaveOutcome(ctx.viewer, result, refusals, value => ({
    text: roleWords(role, value.membership.person.name, value.organisation.name),
  }));
  redirect(membersHref(code, filtersIn(list)));
});

/** Makes somebody admin or member, or steps down, as the pressed button says. */
export async function changeRole(data: FormData): Promise<void> {
  const field = (name: string) => String(data.get(name));
  const role = roleChange.shape.role.parse(field('role'));
  await change({ id: field('id'), code: field('code'), list: field('list'), role });
}

/** Takes somebody out, with the reason that they read. */
export const removeMember = asForm(
  signedInAction.inputSchema(z.intersection(removal, page)).action(async ({ ctx, parsedInput }) => {
    const { id, code, list } = parsedInput;
    const result = await remove(ctx.viewer, { id, reason: removalReasonOf(parsedInput) });
    if (!result.ok && result.refusal === 'not-found') notFound();
    const { membership, organisation, eventId } = settle(result, refusals);
    await leaveNotice(ctx.viewer, {
      tone: 'success',
      text: `${membership.person.name} was removed from ${organisation.name}. ${HELD_WORDS}`,
      undo: eventId,
    });
    redirect(membersHref(code, filtersIn(list)));
  }),
);

/** Leaves, handing over first or leaving it to the platform team where the viewer is the last admin. */
export const leaveHere = asForm(
  signedInAction.inputSchema(leaving).action(async ({ ctx, parsedInput }) => {
    const { id, successor } = parsedInput;
    const { viewer } = ctx;
    const result =
      successor === 'platform'
        ? await resign(viewer, { id })
        : successor
          ? await handOver(viewer, { id, successor, afterwards: 'leave' })
          : await leave(viewer, { id });
    if (!result.ok && result.refusal === 'not-found') notFound();
    if (!result.ok && result.refusal === 'not-fresh') return confirmFirst(viewer, parsedInput);
    const { organisation, eventId } = settle(result, refusals, { 'last-administrator': 'successor' });
    // What was left to the platform team is theirs: they have been told.
    const left = `You have left ${organisation.name}.`;
    const text = successor === 'platform' ? left : `${left} You can undo this for 10 minutes.`;
    await leaveNotice(viewer, { tone: 'success', text, undo: successor === 'platform' ? undefined : eventId });
    redirect('/accounts/profile/');
  }),
);
