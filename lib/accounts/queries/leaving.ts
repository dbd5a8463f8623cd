import 'server-only';
import type { Person } from '@/lib/core/viewer';
import { db } from '@/lib/platform/db';

type Named = { code: string; name: string };
export type Ownerless = Named & { members: { membershipId: string; name: string }[] };

/** What closing the account means for this person. */
export type Leaving = {
  sessions: number;
  hasPassword: boolean;
  factors: number;
  ownPresets: number;
  workspacePresets: (Named & { count: number })[];
  organisations: (Named & { role: string })[];
  requests: Named[];
  /** Where they are the only admin, and who could become it. */
  onlyAdminOf: Ownerless[];
  lastPlatformAdmin: boolean;
};

const canAct = { state: 'active', emailVerified: { not: null } } as const;
const organisation = { select: { code: true, displayName: true } };
const named = ({ code, displayName }: { code: string; displayName: string }): Named => ({ code, name: displayName });

export async function findLeaving(viewer: Person): Promise<Leaving> {
  const userId = viewer.userId;
  const [user, memberships, presets] = await Promise.all([
    db().user.findUniqueOrThrow({
      where: { id: userId },
      select: {
        passwordHash: true,
        platformAdminSince: true,
        sessions: { where: { expires: { gt: viewer.now } }, select: { id: true } },
        passkeys: { select: { id: true } },
        authenticator: { select: { userId: true } },
      },
    }),
    db().membership.findMany({
      where: { userId, state: { in: ['pending', 'active'] } },
      select: { state: true, role: true, organisation },
      orderBy: { orgCode: 'asc' },
    }),
    db().preset.findMany({ where: { ownerId: userId, deletedAt: null }, select: { organisation } }),
  ]);
  const active = memberships.filter(({ state }) => state === 'active');
  return {
    sessions: user.sessions.length,
    hasPassword: user.passwordHash !== null,
    factors: user.passkeys.length + (user.authenticator ? 1 : 0),
    ownPresets: presets.filter(preset => !preset.organisation).length,
    workspacePresets: counted(presets.flatMap(preset => (preset.organisation ? [named(preset.organisation)] : []))),
    organisations: active.map(row => ({ ...named(row.organisation), role: row.role ?? 'member' })),
    requests: memberships.filter(({ state }) => state === 'pending').map(row => named(row.organisation)),
    onlyAdminOf: await findOwnerless(
      userId,
      active.filter(({ role }) => role === 'admin').map(row => named(row.organisation)),
    ),
    lastPlatformAdmin: user.platformAdminSince !== null && (await otherPlatformAdmins(userId)) === 0,
  };
}

/** Of the organisations that somebody administers: those of which they are the only admin who can act. */
export async function findOwnerless(userId: string, administered: Named[]): Promise<Ownerless[]> {
  const colleagues = await db().membership.findMany({
    where: {
      orgCode: { in: administered.map(({ code }) => code) },
      state: 'active',
      userId: { not: userId },
      user: canAct,
    },
    select: { id: true, orgCode: true, role: true, user: { select: { name: true } } },
    orderBy: [{ user: { name: 'asc' } }, { id: 'asc' }],
  });
  return administered.flatMap(place => {
    const here = colleagues.filter(({ orgCode }) => orgCode === place.code);
    if (here.some(({ role }) => role === 'admin')) return [];
    return [{ ...place, members: here.map(({ id, user }) => ({ membershipId: id, name: user.name })) }];
  });
}

const otherPlatformAdmins = (userId: string) =>
  db().user.count({ where: { ...canAct, id: { not: userId }, platformAdminSince: { not: null } } });

function counted(places: Named[]): (Named & { count: number })[] {
  const by = new Map<string, Named & { count: number }>();
  for (const place of places) by.set(place.code, { ...place, count: (by.get(place.code)?.count ?? 0) + 1 });
  return [...by.values()];
}
