import 'server-only';
import { cache } from 'react';
import type { Viewer, Workspace } from '@/lib/core/viewer';
import { findSurroundings, findWorkspace } from '@/lib/workspaces/queries';
import { clearCookie, setCookie } from './cookies';
import { currentViewer } from './viewer';

const DAYS = 30;

/** What stands around every page: one statement, shared by layout and page. */
export const currentSurroundings = cache(async () => findSurroundings(await currentViewer()));

/** Remembers the workspace in this browser: a membership's id, which is a default and never authority. */
export async function carryWorkspace(viewer: Viewer, membershipId: string | null): Promise<void> {
  if (membershipId === null) return clearCookie('workspace');
  await setCookie('workspace', membershipId, new Date(viewer.now.getTime() + DAYS * 24 * 3600 * 1000));
}

/** The workspace a page works in: the one its address names, or a refusal, whatever the cookie says (R44). */
export async function workspaceOfPage(viewer: Viewer, named: string | undefined): Promise<PageWorkspace> {
  const own = viewer.kind === 'person' ? viewer.workspace : null;
  if (!named) return { by: 'cookie', workspace: own };
  if (own && own.code === named.trim().toUpperCase()) return { by: 'cookie', workspace: own };
  const workspace = await findWorkspace(viewer, named);
  return workspace ? { by: 'link', workspace, own } : { by: 'refused', workspace: null };
}

export type PageWorkspace =
  | { by: 'cookie'; workspace: Workspace | null }
  /** Only for this page; the default is still `own`. */
  | { by: 'link'; workspace: Workspace; own: Workspace | null }
  | { by: 'refused'; workspace: null };
