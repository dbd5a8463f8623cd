import 'server-only';
import { done, refuse } from '@/lib/core/result';
import type { Machine } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { decide } from '../rules/decide';
import { endInvitation, type Held, holdInvitation, invitedSituation } from './hold-invitation';

const BATCH = 200;

/** Ends the invitations whose time is over, each once however often and in however many processes this runs. */
export async function lapseInvitations(machine: Machine): Promise<number> {
  let lapsed = 0;
  for (;;) {
    const due = await db().invitation.findMany({
      where: { expires: { lte: machine.now } },
      orderBy: { expires: 'asc' },
      take: BATCH,
      select: { id: true },
    });
    let ended = 0;
    for (const { id } of due) {
      const result = await change(machine, async work => {
        const held = await holdInvitation(work, { id, expires: { lte: machine.now } });
        return held ? lapse(work, held, machine) : refuse('gone' as const);
      });
      if (result.ok) ended += 1;
    }
    lapsed += ended;
    // Somebody else is at work on the rest.
    if (due.length < BATCH || ended === 0) return lapsed;
  }
}

async function lapse(work: Change, held: Held, machine: Machine) {
  const verdict = decide({ operation: 'let-invitation-lapse' }, invitedSituation(held, 'clock', work.now));
  if (!verdict.ok) return verdict;
  await endInvitation(work, held, { operation: 'let-invitation-lapse', actor: machine });
  const { id, orgCode, role } = held.invitation;
  await work.note({ action: 'membership.let-invitation-lapse', orgCode, subject: id, data: { to: role } });
  return done(null);
}

/** Takes back what somebody had sent whose account is erased: nobody stands for it any more. */
export async function endInvitationsOf(work: Change, actor: Machine, userId: string): Promise<void> {
  const sent = await work.db.invitation.findMany({
    where: { invitedById: userId },
    orderBy: { orgCode: 'asc' },
    select: { id: true },
  });
  for (const { id } of sent) {
    const held = await holdInvitation(work, { id });
    if (held) await lapse(work, held, actor);
  }
}
