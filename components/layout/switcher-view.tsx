'use client';

import Link from 'next/link';
import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Icon } from '@/components/ui/icon';
import { PlaceTile } from '@/components/ui/place-tile';
import { CurrentPath } from './current-path';
import { type Lists, WorkspaceChoices } from './workspace-choices';

const MANY = 7;

/**
 * Which workspace this is, and the way to another: a disclosure over a list of buttons in one form, which works
 * without JavaScript. JavaScript adds closing it by Escape or a click elsewhere, and a search once there are many.
 */
export function SwitcherView({ current, workspaces, pending, action, next }: Props) {
  const disclosure = useRef<HTMLDetailsElement>(null);
  const scripted = useSyncExternalStore(never, yes, no);
  const [sought, setSought] = useState('');
  const here = workspaces.find(workspace => workspace.id === current);
  const found = workspaces.filter(({ name, code }) =>
    `${name} (${code})`.toLowerCase().includes(sought.trim().toLowerCase()),
  );

  useEffect(() => {
    const close = (event: MouseEvent) => {
      if (event.target instanceof Node && !disclosure.current?.contains(event.target)) shut(disclosure.current);
    };
    document.addEventListener('click', close);
    return () => document.removeEventListener('click', close);
  }, []);

  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !disclosure.current?.open) return;
    shut(disclosure.current);
    disclosure.current.querySelector('summary')?.focus();
  };
  const place = here?.kind ?? 'none';

  return (
    <details ref={disclosure} data-ws={place} className="group relative" onKeyDown={keys}>
      <summary className="flex min-h-14 items-center gap-3 rounded px-gutter hover:bg-wash md:-ml-2 md:px-2">
        <PlaceTile place={place} large />
        <span className="grid min-w-0 flex-1 leading-tight">
          <span className="sr-only">Workspace: </span>
          <span className="truncate text-base font-semibold">
            {here ? `${here.name} (${here.code})` : 'No workspace'}
          </span>
          <span className="truncate text-xs text-way-ink">{here ? standing(here) : 'Public view'}</span>
        </span>
        <Icon name="chevron" className="turns size-4 group-open:rotate-180" />
      </summary>
      <div className="border-line bg-paper max-md:border-t md:absolute md:top-[calc(100%+0.5rem)] md:left-0 md:z-5 md:w-[27rem] md:rounded-panel md:border md:border-field md:shadow-panel">
        {scripted && workspaces.length > MANY && (
          <div className="grid gap-1 border-b border-line p-4 pb-3">
            <label htmlFor="switcher-search" className="text-s font-semibold">
              Find among your {workspaces.length} workspaces
            </label>
            <input
              id="switcher-search"
              type="search"
              autoComplete="off"
              className="control"
              value={sought}
              onChange={event => setSought(event.target.value)}
              onKeyDown={event => event.key === 'ArrowDown' && intoList(event, disclosure.current)}
            />
            <p role="status" className="text-xs text-ink-soft">
              {sought && (found.length === 1 ? '1 workspace matches' : `${found.length} workspaces match`)}
            </p>
          </div>
        )}
        <form action={action} className="max-h-[70dvh] overflow-y-auto py-2 max-md:max-h-none">
          {next === undefined ? <CurrentPath name="next" /> : <input type="hidden" name="next" value={next} />}
          <WorkspaceChoices current={current} workspaces={found} pending={sought ? [] : pending} />
        </form>
        <ul className="flex flex-wrap gap-x-6 border-t border-line px-4 text-s">
          {ways.map(([href, text]) => (
            <li key={href}>
              <Link href={href} className="inline-flex min-h-target items-center">
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

type Props = Lists & {
  /** Receives membership (an id, or nothing for the public view) and next (a path of this site). */
  action: (data: FormData) => Promise<void>;
  /** Where to come back to; the page one is on, where nothing is said. */
  next?: string;
};

const standing = ({ kind, role }: { kind: 'practice' | 'pcn'; role: 'member' | 'admin' }) =>
  `${kind === 'pcn' ? 'Primary care network' : 'Practice'} · ${role === 'admin' ? 'you are an admin' : 'member'}`;

const ways = [
  ['/accounts/profile/link-practice/', 'Link a practice'],
  ['/accounts/profile/link-pcn/', 'Link a PCN'],
  ['/workspaces/', 'Manage'],
] as const;

function shut(disclosure: HTMLDetailsElement | null) {
  if (disclosure) disclosure.open = false;
}

function intoList(event: KeyboardEvent, disclosure: HTMLDetailsElement | null) {
  event.preventDefault();
  disclosure?.querySelector<HTMLButtonElement>('button[name=membership]')?.focus();
}

const never = () => () => {};
const yes = () => true;
const no = () => false;
