'use client';

import Link from 'next/link';
import { PlaceTile } from '@/components/ui/place-tile';
import { AccountItems, NavList, VisitorItems } from './main-nav';
import { NavLink } from './nav-link';
import { useSession } from './session-provider';

/** The header's links on a page written before anybody asked: a visitor's, until the session says otherwise. */
export function SessionNav() {
  const { expected } = useSession();
  return (
    <NavList>
      {expected ? <AccountItems /> : <VisitorItems />}
      <li className="contents">
        <noscript>
          <NavLink href="/accounts/profile/">Account</NavLink>
        </noscript>
      </li>
    </NavList>
  );
}

/** The workspace as a link to where it can be changed. */
export function SessionWorkspace() {
  const { session } = useSession();
  if (!session) return null;
  const place = session.workspace?.kind ?? 'none';
  return (
    <Link
      href="/workspaces/"
      data-ws={place}
      data-ws-now={place}
      className="flex min-h-14 items-center gap-3 rounded px-gutter text-ink no-underline hover:bg-wash hover:text-ink hover:no-underline md:-ml-2 md:px-2"
    >
      <PlaceTile place={place} large />
      <span className="grid min-w-0 leading-tight">
        <span className="sr-only">Workspace: </span>
        <span className="truncate text-base font-semibold">
          {session.workspace ? `${session.workspace.name} (${session.workspace.code})` : 'No workspace'}
        </span>
        <span className="text-xs text-way-ink">{session.workspace ? 'Switch workspace' : 'Public view'}</span>
      </span>
    </Link>
  );
}
