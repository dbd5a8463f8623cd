import type { ReactNode } from 'react';

/** The result of what somebody just did, once, with the way back while there is one (S6, S7). */
export function Banner({ tone = 'done', heading, children, undo }: Props) {
  return (
    <div
      role="alert"
      className={`banner flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 border-t-[3px] px-4 sm:px-6 ${tones[tone].box}`}
    >
      <div className="min-w-0">
        <strong className={tones[tone].word}>{heading ?? tones[tone].heading}.</strong> {children}
      </div>
      {undo}
    </div>
  );
}

type Props = {
  tone?: keyof typeof tones;
  /** "Success" or "Important" where nothing is said; without a full stop. */
  heading?: string;
  children: ReactNode;
  /** A form with one button that looks like a link. */
  undo?: ReactNode;
};

const tones = {
  done: { box: 'border-ok bg-ok-tint', word: 'text-ok', heading: 'Success' },
  important: { box: 'border-wait-rule bg-wait-tint', word: 'text-wait', heading: 'Important' },
};
