import type { ReactNode } from 'react';
import { LineDrawing } from '@/components/ui/line-drawing';
import { documentTitle } from '@/lib/core/site';

/**
 * Something is not here, not yours, or broken: what happened, whether anything was lost, what to do. Every page carries
 * it for its error boundary, so its links are plain ones: after a failure a whole new page is what people want.
 */
export function Problem({ title, children, reference, action }: Props) {
  return (
    <div className="flex flex-col gap-x-12 gap-y-6 sm:flex-row sm:items-start sm:pt-6">
      <title>{documentTitle(title)}</title>
      <LineDrawing name="wrong-way" large />
      <div className="grid justify-items-start gap-4">
        <h1>{title}</h1>
        {children}
        {reference && (
          <p className="text-s text-ink-soft">
            Reference: <code className="font-mono">{reference}</code>
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3 pt-2">{action ?? <Ways />}</div>
      </div>
    </div>
  );
}

function Ways() {
  return (
    <>
      <a href="/tools/">See all tools</a>
      <a href="/help/">Help and contact</a>
    </>
  );
}

type Props = {
  title: string;
  /** Paragraphs. */
  children: ReactNode;
  /** What the log knows this by. */
  reference?: string;
  /** What to do next; "See all tools" and "Help" where nothing is said. */
  action?: ReactNode;
};
