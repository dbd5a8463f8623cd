import type { ReactNode } from 'react';

export type Drawing = 'nothing-yet' | 'no-match' | 'nobody-waits' | 'wrong-way';

/** A small scene in one stroke, with one part in the colour of the place. Decoration: the words beside it say it all. */
export function LineDrawing({ name, large }: { name: Drawing; large?: boolean }) {
  return (
    <svg
      viewBox="0 0 96 72"
      className={`flex-none text-field ${large ? 'h-27 w-36' : 'h-18 w-24'}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {scenes[name]}
      <path d="M4 66h88" />
    </svg>
  );
}

// Two long ears, the second one bent: the same as in the mark.
const ears = (
  <>
    <path d="M26 52c-5-9-8-22-4-30 5 6 8 18 8 28" />
    <path d="M36 50c1-9 4-16 9-20l6-1c-1 5-4 8-8 10-2 4-3 8-3 12" />
  </>
);

const scenes: Record<Drawing, ReactNode> = {
  'nothing-yet': (
    <>
      {ears}
      <path d="M18 66V52h26v14" fill="var(--paper)" />
      <path d="M56 66V22h28v44" fill="var(--way-tint)" />
      <path d="M63 32h14M63 40h14M63 48h8" />
      <path d="M74 16h8v16l-4-4-4 4z" fill="var(--way-tint)" stroke="var(--way)" />
    </>
  ),
  'no-match': (
    <>
      <path d="M48 66V8" />
      <path d="M48 14h26l7 6-7 6H48z" fill="var(--paper)" />
      <path d="M48 32H24l-7 6 7 6h24z" fill="var(--way-tint)" stroke="var(--way)" />
      <path d="M72 66c1-4 3-6 6-6s5 2 6 6M12 66c1-3 2-5 4-5s3 2 4 5" />
    </>
  ),
  'nobody-waits': (
    <>
      <path d="M52 66V34h32v32M52 42h32M60 66V54h16v12" />
      <path d="M48 36l20-16 20 16" stroke="var(--way)" />
      <path d="M8 66V50h26v16M8 56h26M14 50v-6h14v6" />
    </>
  ),
  'wrong-way': (
    <>
      {ears}
      <path d="M14 66c2-10 9-17 18-17s16 7 18 17" fill="var(--paper)" />
      <path d="M25 59v.1M39 59v.1" strokeWidth="3" />
      <path d="M72 66V14" />
      <path d="M72 20h14l5 5-5 5H60V20z" fill="var(--way-tint)" stroke="var(--way)" />
    </>
  ),
};
