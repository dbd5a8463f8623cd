import type { OperationTable } from '@/lib/core/operations';
import type { Workspace } from '@/lib/core/viewer';
import { NO_WORKSPACE } from './schema';

/** How many of the workspaces last used stand first in the switcher. */
const RECENT = 3;

/** The ids of the workspaces used last, newest first. */
export function recentlyUsed(workspaces: readonly { id: string; lastUsedAt: string | null }[]): string[] {
  return workspaces
    .filter(({ lastUsedAt }) => lastUsedAt !== null)
    .sort((a, b) => (b.lastUsedAt ?? '').localeCompare(a.lastUsedAt ?? ''))
    .slice(0, RECENT)
    .map(({ id }) => id);
}

/** What a form writes into itself, to be compared when it comes back. */
export const workspaceMark = (workspace: Pick<Workspace, 'code'> | null) => workspace?.code ?? NO_WORKSPACE;

/**
 * Where to go after a switch: the same page without what belonged to the other workspace. A page of one workspace
 * alone makes no sense in another, so it leads to the new one's, or to the profile.
 */
export function pageAfterSwitch(from: string, to: Pick<Workspace, 'code'> | null): string {
  const url = new URL(from, 'https://self.invalid');
  if (url.pathname.startsWith('/w/')) return to ? `/w/${to.code}/` : '/accounts/profile/';
  for (const name of ['org', 'ws', 'preset', 'change']) url.searchParams.delete(name);
  return url.pathname + url.search;
}

/** Who works in a practice. */
export const workspaceOperations = {
  'open-workspace': { words: 'Open its workspace', may: ['member', 'admin'] },
  'switch-workspace': { words: 'Make it one’s workspace', may: ['member', 'admin'] },
} as const satisfies OperationTable;
