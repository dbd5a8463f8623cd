import 'server-only';
import { randomUUID } from 'node:crypto';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { findPerson } from '@/lib/accounts/queries/find-person';
import { isFresh, isFreshForPage } from '@/lib/core/fresh';
import { returnPath } from '@/lib/core/return-path';
import type { Person, Viewer } from '@/lib/core/viewer';
import { now } from '@/lib/platform/clock';
import { readCookie } from './cookies';

/** The header in which middleware.ts hands on the workspace cookie (after removing any that a client sent). */
const WORKSPACE_HEADER = 'x-active-workspace';

/** Who is asking: read once per request, shared by layout, page and action. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const moment = { now: now(), requestId: (await headers()).get('x-request-id') ?? randomUUID() };
  const token = await readCookie('session');
  // Pages get the workspace from middleware; route handlers, which it does not cover, read the cookie. Either is a wish.
  const wanted = (await headers()).get(WORKSPACE_HEADER) ?? (await readCookie('workspace'));
  const person = token ? await findPerson(token, wanted, moment) : null;
  return person ?? { kind: 'anonymous', ...moment };
});

/** Who is asking for a page that is for everybody; `here` is its path. */
export async function visitor(here: string): Promise<Viewer> {
  const viewer = await currentViewer();
  await letGoOfLost(viewer, here);
  return viewer;
}

/** The signed-in person, or a way to sign in and back to `here` (a path of this site). */
export async function requireViewer(here: string): Promise<Person> {
  const viewer = await visitor(here);
  if (viewer.kind === 'person') return viewer;
  return redirect(`/accounts/login/?next=${encodeURIComponent(returnPath(here))}`);
}

/** The signed-in person, who proved who they are a short while ago; others do so now and come back to `here` (R42). */
export async function requireFresh(here: string): Promise<Person> {
  const viewer = await requireViewer(here);
  // A form that was sent is judged by its action: its answer must not be lost.
  const answered = (await headers()).has('next-action') || (await headers()).has('content-type');
  if (answered ? isFresh(viewer, viewer.now) : isFreshForPage(viewer, viewer.now)) return viewer;
  return redirect(`/accounts/confirm/?next=${encodeURIComponent(returnPath(here))}`);
}

// A cookie that names a workspace which is not, or no longer, the viewer's: a detour takes it away and says so once
// (R47). Not in the middle of a form, whose answer would be lost.
async function letGoOfLost(viewer: Viewer, here: string): Promise<void> {
  if (viewer.kind !== 'person' || !viewer.lostWorkspace) return;
  const sent = await headers();
  if (sent.has('next-action') || sent.has('content-type')) return;
  redirect(`/workspaces/lost/?next=${encodeURIComponent(returnPath(here))}`);
}
