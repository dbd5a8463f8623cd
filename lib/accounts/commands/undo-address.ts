import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/viewer';
import { bindInvitations } from '@/lib/memberships/commands/bind-invitations';
import { change } from '@/lib/platform/change';
import { holdAddress } from '@/lib/platform/hold-address';
import { digest } from '@/lib/platform/seal';
import { readLink } from '../rules/mailed-link';
import type { UndoAddressRefusal } from '../words/leaving';
import { freeAddress, voidMailed } from './change-address';
import { issue } from './mailed-tokens';

const purpose = 'undo-address';

/**
 * Puts back the address that the link was mailed to. Whoever changed it may know the password: every session ends, the
 * password no longer counts, and a token to choose a new one is handed to this browser and mailed.
 */
export async function undoAddressChange(
  viewer: Viewer,
  token: string,
): Promise<Result<{ resetToken: string }, UndoAddressRefusal>> {
  return change(viewer, async work => {
    const { db, now, note, tell } = work;
    const where = { token: digest(token), purpose };
    const first = await db.verificationToken.findUnique({ where, select: { address: true } });
    if (!first) return refuse('link-unknown');
    await holdAddress(db, first.address);
    const row = await db.verificationToken.findUnique({ where });
    const state = readLink(row, now);
    if (state !== 'ready' || !row?.userId) return refuse(state === 'ready' ? 'link-unknown' : state);
    const { userId, address } = row;
    await db.$executeRaw`select 1 from users where id = ${userId}::uuid for update`;
    const user = await db.user.findUnique({ where: { id: userId } });
    if (!user || user.state === 'closed') return refuse('link-unknown');
    if (!(await freeAddress(db, address, userId))) return refuse('address-taken');
    // Whoever took the account may have closed it too.
    const reopened = user.state === 'closing' ? { state: 'active' as const, stateSince: now } : {};
    await db.user.update({
      where: { id: userId },
      data: { email: address, emailVerified: now, passwordHash: null, passwordChangedAt: now, ...reopened },
    });
    const { count } = await db.session.deleteMany({ where: { userId } });
    await voidMailed(work, userId);
    await db.verificationToken.update({ where: { token: row.token }, data: { spentAt: now } });
    // Links to later addresses would hand the account back to whoever took it.
    await db.verificationToken.updateMany({
      where: {
        userId,
        spentAt: null,
        supersededAt: null,
        OR: [laterUndo(row.createdAt), { purpose: 'undo-deletion' }],
      },
      data: { supersededAt: now },
    });
    await note({ action: 'address.put-back', personId: userId, data: { sessionsEnded: count } });
    await bindInvitations(work, { userId, address });
    const reset = await issue(work, { purpose: 'reset', address, userId });
    await tell({
      kind: 'address-put-back',
      key: `address-put-back:${reset.key}`,
      to: address,
      userId,
      props: { name: user.name, token: reset.token },
    });
    return done({ resetToken: reset.token });
  });
}

const laterUndo = (than: Date) => ({ purpose, createdAt: { gt: than } });
