import type { Workspace } from '@/lib/core/viewer';

/** Whose figures a tool opens with, and why. */
export type Choice =
  | { from: 'address'; code: string }
  | { from: 'workspace'; code: string }
  /** The tool is about practices and the workspace is a PCN: one of its practices is to be chosen. */
  | { from: 'members'; pcn: string }
  /** The tool is about PCNs and the workspace is a practice: its PCN. */
  | { from: 'pcn-of'; practice: string }
  | { from: 'nowhere' };

/** The address wins; else the active workspace pre-selects; else nothing is chosen. */
export function chooseOrganisation(
  about: 'practice' | 'pcn',
  inAddress: string | null,
  workspace: Pick<Workspace, 'code' | 'kind'> | null,
): Choice {
  if (inAddress) return { from: 'address', code: inAddress };
  if (!workspace) return { from: 'nowhere' };
  if (workspace.kind === about) return { from: 'workspace', code: workspace.code };
  return about === 'practice' ? { from: 'members', pcn: workspace.code } : { from: 'pcn-of', practice: workspace.code };
}
