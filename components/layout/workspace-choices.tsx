import Link from 'next/link';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { PlaceTile } from '@/components/ui/place-tile';
import { Tag } from '@/components/ui/tag';

/** The list of workspaces as buttons of one form: in the header's panel and on the page /workspaces/. */
export function WorkspaceChoices({ current, workspaces, pending }: Lists) {
  const recent = workspaces.length > 3 ? workspaces.filter(workspace => workspace.recent) : [];
  const rest = workspaces.filter(workspace => !recent.includes(workspace));
  return (
    <>
      <ul>
        <Choice
          id=""
          place="none"
          name="No workspace – public view"
          beneath="Nothing is filled in for you"
          on={!current}
        />
      </ul>
      <Group title="Recent">{recent.map(choose)}</Group>
      <Group title="Practices">{rest.filter(workspace => workspace.kind === 'practice').map(choose)}</Group>
      <Group title="Primary care networks">{rest.filter(workspace => workspace.kind === 'pcn').map(choose)}</Group>
      <Group title="Waiting for a decision">
        {pending.map(request => (
          <li key={request.code} className={`${row} text-ink-soft`}>
            <PlaceTile place={request.kind} look="waiting" />
            <span className="min-w-0 flex-1">
              <span className="block">
                {request.name} ({request.code})
              </span>
              <span className="block text-xs">
                {request.since}. <Link href={request.href}>See the request</Link>
              </span>
            </span>
            <Tag look="pending">Pending</Tag>
          </li>
        ))}
      </Group>
    </>
  );

  function choose(workspace: WorkspaceChoice) {
    const role = workspace.role === 'admin' ? 'you are an admin' : 'member';
    return (
      <Choice
        key={workspace.id}
        id={workspace.id}
        place={workspace.kind}
        name={`${workspace.name} (${workspace.code})`}
        beneath={`${workspace.kind === 'pcn' ? 'PCN' : 'Practice'} · ${role}${workspace.closed ? ' · closed, read only' : ''}`}
        on={workspace.id === current}
      />
    );
  }
}

function Choice({ id, place, name, beneath, on }: ChoiceProps) {
  return (
    <li data-name={name.toLowerCase()}>
      <button
        type="submit"
        name="membership"
        value={id}
        data-ws={place}
        aria-current={on ? 'true' : undefined}
        className={`${row} w-full text-left hover:bg-wash focus-visible:-outline-offset-3 aria-[current]:border-way aria-[current]:bg-way-tint`}
      >
        <PlaceTile place={place} look={on ? 'filled' : 'soft'} />
        <span className="min-w-0 flex-1">
          <span className={`block ${on ? 'font-semibold' : ''}`}>{name}</span>
          <span className="block text-xs text-ink-soft">{beneath}</span>
        </span>
        {on && (
          <span className="flex items-center gap-1.5 text-s">
            <Icon name="tick" /> current
          </span>
        )}
      </button>
    </li>
  );
}

function Group({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <div data-group>
      <h3 className="px-4 pt-3 pb-1 text-xs tracking-normal text-ink-soft">{title}</h3>
      <ul>{children}</ul>
    </div>
  );
}

const row = 'flex min-h-13 items-center gap-3 border-l-4 border-transparent px-4 py-1.5 pl-3 text-base leading-tight';

type ChoiceProps = { id: string; place: 'practice' | 'pcn' | 'none'; name: string; beneath: string; on: boolean };

export type WorkspaceChoice = {
  /** The membership's id: what the cookie holds. */
  id: string;
  code: string;
  name: string;
  kind: 'practice' | 'pcn';
  role: 'member' | 'admin';
  closed?: boolean;
  recent?: boolean;
};

/** Asked for, not decided: shown, cannot be chosen. */
export type PendingChoice = { code: string; name: string; kind: 'practice' | 'pcn'; since: string; href: string };

export type Lists = {
  /** The membership that is the workspace now. */
  current: string | null;
  workspaces: readonly WorkspaceChoice[];
  pending: readonly PendingChoice[];
};
