import type { ReactNode } from 'react';

export type TagLook = 'active' | 'pending' | 'admin' | 'rejected' | 'off' | 'plain';

/** A state as a word, with a shape beside it so that it does not rest on colour. */
export function Tag({ look = 'plain', children }: { look?: TagLook; children: ReactNode }) {
  return (
    <span
      className={`tag inline-flex items-center gap-1.5 rounded-tag border px-2 py-0.5 align-baseline text-xs leading-tight font-semibold sm:whitespace-nowrap ${looks[look]}`}
    >
      {shapes[look] && (
        <svg viewBox="0 0 8 8" className="size-2 flex-none" aria-hidden="true" fill="currentColor">
          {shapes[look]}
        </svg>
      )}
      {children}
    </span>
  );
}

const looks: Record<TagLook, string> = {
  active: 'border-transparent bg-ok-tint text-ok',
  pending: 'border-transparent bg-wait-tint text-wait',
  admin: 'border-ink bg-ink text-paper',
  rejected: 'border-stop bg-paper text-stop',
  off: 'border-transparent bg-off-tint text-off',
  plain: 'border-field bg-paper text-ink-soft',
};

const ring = <circle cx="4" cy="4" r="3.25" fill="none" stroke="currentColor" strokeWidth="1.5" />;
const shapes: Record<TagLook, ReactNode> = {
  active: <circle cx="4" cy="4" r="4" />,
  pending: (
    <>
      {ring}
      <path d="M4 .75a3.25 3.25 0 0 0 0 6.5z" />
    </>
  ),
  admin: <path d="M4 0l4 4-4 4-4-4z" />,
  rejected: <path d="M0 3h8v2H0z" />,
  off: ring,
  plain: null,
};
