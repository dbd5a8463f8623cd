import type { ReactNode } from 'react';

/** A part of a page under a strong rule, its heading left and what belongs to it right, on one line. */
export function Section({ id, title, aside, tone = 'ink', level: Heading = 'h2', children }: Props) {
  const heading = `${id}-heading`;
  return (
    <section id={id} aria-labelledby={heading} className={`mt-section pt-3 first:mt-0 ${rules[tone]}`}>
      <header className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <Heading id={heading} className="text-xl">
          {title}
        </Heading>
        {aside && (
          <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 text-s text-ink-soft [&_a]:py-0.5">{aside}</div>
        )}
      </header>
      {children}
    </section>
  );
}

type Props = {
  /** Also what a link to this part names. */
  id: string;
  title: ReactNode;
  aside?: ReactNode;
  /** amber: something waits for the reader. */
  tone?: keyof typeof rules;
  level?: 'h2' | 'h3';
  children: ReactNode;
};

const rules = {
  ink: 'border-t-2 border-ink',
  amber: 'border-t-4 border-wait-rule',
  light: 'border-t border-line',
};
