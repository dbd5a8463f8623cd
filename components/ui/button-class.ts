export type ButtonLook = 'filled' | 'outlined' | 'danger' | 'leave' | 'link' | 'danger-link';

/** Filled does the task of the page, once. Outlined does anything else. Danger confirms a deletion; leave leads to one. */
export function buttonClass({ look = 'filled', size, wide, waiting }: Options): string {
  if (look === 'link') return `${link} text-act hover:text-act-hover`;
  if (look === 'danger-link') return `${link} text-stop hover:text-stop-hover`;
  const height = size === 'small' ? 'min-h-target px-3.5 text-s' : 'min-h-control px-[1.1rem] text-m';
  return `${base} ${height} ${looks[look]} ${wide ? 'w-full' : ''} ${waiting ? 'cursor-default' : ''}`.trim();
}

type Options = { look?: ButtonLook; size?: 'small'; wide?: boolean; waiting?: boolean };

const base =
  'button inline-flex items-center justify-center gap-2 rounded border py-2 text-center leading-tight font-semibold no-underline hover:no-underline';
const link =
  'inline-block py-[3px] text-left leading-snug underline decoration-1 underline-offset-[0.18em] hover:decoration-2';
const looks = {
  filled: 'border-transparent bg-act text-act-on hover:bg-act-hover hover:text-act-on',
  outlined: 'border-field bg-paper text-ink hover:border-ink hover:bg-wash hover:text-ink',
  danger: 'border-transparent bg-stop text-stop-on hover:bg-stop-hover hover:text-stop-on',
  leave: 'border-stop bg-paper text-stop hover:bg-stop-tint hover:text-stop',
};
