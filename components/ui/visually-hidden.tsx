import type { ReactNode } from 'react';

/** Words for those who listen, where the picture already says it. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}
