import type { Workspace } from '@/lib/core/viewer';
import type { Words } from '@/lib/core/words';
import type { SwitchRefusal } from './schema';

export const switchRefusals = {
  'not-yours': 'You do not have access to that workspace. Nothing was changed.',
} satisfies Words<SwitchRefusal>;

type Named = Pick<Workspace, 'name' | 'code'>;

/** "Elm Surgery (A81001)". */
export const named = ({ name, code }: Named) => `${name} (${code})`;

export const switched = (to: Named | null) =>
  to ? `You are now working as ${named(to)}.` : 'You are now in the public view. Nothing is filled in for you.';

export const lost = (was: Named | null) =>
  was
    ? `You no longer have access to ${named(was)}. You are in the public view.`
    : 'The workspace this browser remembered is not yours. You are in the public view.';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'Europe/London' });

export const asked = (at: Date) => `Asked ${day.format(at)}`;
