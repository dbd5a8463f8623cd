import type { ReactNode } from 'react';
import { Icon } from './icon';

/** Something few people need, folded away between two lines. Works without JavaScript. */
export function Disclosure({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="group border-y border-line">
      <summary className="flex min-h-target items-center gap-2.5 font-semibold hover:underline">
        {summary}
        <Icon name="chevron" className="turns size-4 group-open:rotate-180" />
      </summary>
      <div className="pt-1 pb-5">{children}</div>
    </details>
  );
}
