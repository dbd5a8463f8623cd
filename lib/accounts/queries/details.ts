import 'server-only';
import type { Person, Viewer } from '@/lib/core/viewer';
import { db, query } from '@/lib/platform/db';

type Row = {
  passwordChangedAt: Date | null;
  setupDismissedAt: Date | null;
  linked: boolean;
  presets: number;
  /** Of the platform or of an organisation, whether these powers rest or not. */
  administers: boolean;
  /** A new address that waits for its owner's answer. */
  waitingAddress: string | null;
};

// Written by hand: Prisma's own counting of relations reads the whole tables for the figures of one person.
const detailsOfPerson = `
  select u.password_changed_at as "passwordChangedAt", u.setup_dismissed_at as "setupDismissedAt",
    exists (select from memberships m where m.user_id = u.id and m.state in ('pending', 'active')) as linked,
    u.platform_admin_since is not null
      or exists (select from memberships m where m.user_id = u.id and m.role = 'admin') as administers,
    (select count(*)::int from presets p where p.owner_id = u.id and p.deleted_at is null) as presets,
    (select t.address from verification_tokens t where t.user_id = u.id and t.purpose = 'change-address'
      and t.spent_at is null and t.superseded_at is null and t.expires > $2 limit 1) as "waitingAddress"
  from users u where u.id = $1::uuid`;

/** What a person sees of their own account, and how far they have come with it. */
export async function findDetails(viewer: Person): Promise<Row> {
  const [details] = await query<Row>(detailsOfPerson, [viewer.userId, viewer.now]);
  if (!details) throw new Error('a signed-in person has no account');
  return details;
}

/** True while the server's set-up link works: there is no platform administrator yet. */
export async function isSetUpOpen(_viewer: Viewer): Promise<boolean> {
  const [code, administrators] = await Promise.all([
    db().setting.count({ where: { key: 'setup-code' } }),
    db().user.count({ where: { platformAdminSince: { not: null } } }),
  ]);
  return code > 0 && administrators === 0;
}
