import type { ReactNode } from 'react';
import type { IconName } from './icon';
import { Icon } from './icon';

/** Something to know about the page, not the result of an act: a bar at the left, no box. */
export function Notice({ tone = 'why', icon, title, children }: Props) {
  const sign = icon ?? signs[tone];
  return (
    <div className={`flex gap-3 border-l-[3px] py-0.5 pl-4 ${bars[tone]}`}>
      {sign && (
        <span className={`mt-[0.3em] ${inks[tone]}`}>
          <Icon name={sign} className="size-4.5" />
        </span>
      )}
      <div className={`grid min-w-0 gap-1 ${tone === 'quiet' ? 'text-s text-ink-soft' : ''}`}>
        {title && <h2 className="text-m tracking-normal">{title}</h2>}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  );
}

type Props = {
  /** why: what explains the page, in the colour of the place. */
  tone?: 'why' | 'amber' | 'stop' | 'ok' | 'quiet';
  icon?: IconName;
  title?: string;
  children: ReactNode;
};

const bars = {
  why: 'border-way',
  amber: 'border-wait-rule',
  stop: 'border-stop',
  ok: 'border-ok',
  quiet: 'border-line',
};
const inks = { why: 'text-way-ink', amber: 'text-wait', stop: 'text-stop', ok: 'text-ok', quiet: 'text-ink-soft' };
const signs: Record<keyof typeof bars, IconName | null> = {
  why: null,
  amber: 'warning',
  stop: 'warning',
  ok: 'tick',
  quiet: null,
};
