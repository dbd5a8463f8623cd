import 'server-only';
import { randomInt } from 'node:crypto';
import type { Change } from '@/lib/platform/change';
import type { Prisma } from '@/lib/platform/generated/prisma/client';
import { reference } from '../rules/reference';

type Row = Omit<Prisma.MembershipCreateManyInput, 'id' | 'reference' | 'createdAt'>;

/** A new row for somebody who never stood in any relation to the organisation; null when there is one already. */
export async function createMembership({ db, now }: Change, data: Row): Promise<string | null> {
  // A taken reference is tried again; a second row for the pair cannot exist (unique).
  for (let tries = 0; tries < 5; tries++) {
    const [row] = await db.membership.createManyAndReturn({
      data: [{ ...data, reference: reference(randomInt), createdAt: now }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (row) return row.id;
  }
  return null;
}
