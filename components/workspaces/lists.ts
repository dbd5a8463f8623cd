import type { Lists } from '@/components/layout/workspace-choices';
import { recentlyUsed } from '@/lib/workspaces/rules';
import type { Surroundings } from '@/lib/workspaces/schema';
import { asked } from '@/lib/workspaces/words';

/** The viewer's memberships as the switcher and the page /workspaces/ list them. */
export function workspaceLists(current: string | null, { workspaces, pending }: Surroundings): Lists {
  const recent = recentlyUsed(workspaces);
  return {
    current,
    workspaces: workspaces.map(({ id, code, name, kind, role, closed }) => ({
      id,
      code,
      name,
      kind,
      role: role ?? 'member',
      closed,
      recent: recent.includes(id),
    })),
    pending: pending.map(({ id, code, name, kind, requestedAt }) => ({
      code,
      name,
      kind,
      since: requestedAt ? asked(new Date(requestedAt)) : 'Asked',
      href: `/accounts/profile/requests/${id}/`,
    })),
  };
}
