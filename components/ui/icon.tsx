/** The few signs this product uses, drawn on 16 by 16. None stands without a word beside it. */
export function Icon({ name, className = 'size-4' }: { name: IconName; className?: string }) {
  return (
    <svg
      className={`flex-none ${className}`}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}

const paths = {
  house: 'M2.5 7.5 8 2.75l5.5 4.75M4 6.5v6.75h8V6.5M6.75 13.25V9.5h2.5v3.75',
  nodes:
    'M8 5.6v2.2M6.9 9 4.6 10.7M9.1 9l2.3 1.7M8 5.6a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2ZM3.4 13.4a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2ZM12.6 13.4a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2ZM8 9.6a.9.9 0 1 0 0-1.8.9.9 0 0 0 0 1.8Z',
  globe:
    'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM2.2 6.5h11.6M2.2 9.5h11.6M8 2c-3.2 3.4-3.2 8.6 0 12M8 2c3.2 3.4 3.2 8.6 0 12',
  desk: 'M2 4.5h6.5M11.5 4.5H14M2 8h2.5M7.5 8H14M2 11.5h7.5M12.5 11.5H14M10 3v3M6 6.5v3M11 10v3',
  tick: 'm3 8.5 3.4 3.4L13 4.6',
  chevron: 'm4 6.25 4 4 4-4',
  search: 'M7.2 11.9a4.7 4.7 0 1 0 0-9.4 4.7 4.7 0 0 0 0 9.4ZM10.6 10.6 14 14',
  warning: 'M8 2.25 14.5 13.5h-13L8 2.25ZM8 6.75v3M8 11.6v.1',
  information: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.5v3.25M8 5.2v.1',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.75V8l2.25 1.5',
  download: 'M8 2.5v7.25M4.75 6.75 8 10l3.25-3.25M2.75 13.25h10.5',
  copy: 'M5.75 5.75h7.5v7.5h-7.5zM10.25 5.75v-3h-7.5v7.5h3',
} as const;

export type IconName = keyof typeof paths;
