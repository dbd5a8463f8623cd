import type { ReactNode } from 'react';
import { type Drawing, LineDrawing } from './line-drawing';

/** Nothing here: what it would be for in one sentence, one thing to do. "Nothing yet" and "nothing matches" differ. */
export function EmptyState({ drawing = 'nothing-yet', title, children, action }: Props) {
  return (
    <div className="flex flex-col items-start gap-x-6 gap-y-4 py-6 sm:flex-row sm:items-center">
      <LineDrawing name={drawing} />
      <div className="grid justify-items-start gap-1">
        <p className="font-semibold">{title}</p>
        <div className="max-w-[46ch] text-ink-soft">{children}</div>
        {action && <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-3">{action}</div>}
      </div>
    </div>
  );
}

type Props = { drawing?: Drawing; title: string; children: ReactNode; action?: ReactNode };
