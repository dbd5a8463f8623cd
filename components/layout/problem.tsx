import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { documentTitle } from '@/lib/core/site';

/** Something is not here, not yours, or broken: what happened, whether anything was lost, what to do. */
export function Problem({ title, children, reference, action }: Props) {
  return (
    <>
      <title>{documentTitle(title)}</title>
      <h1>{title}</h1>
      <EmptyState
        drawing="wrong-way"
        title={reference ? `Reference ${reference}` : 'You can still'}
        action={action ?? <Ways />}
      >
        {children}
      </EmptyState>
    </>
  );
}

function Ways() {
  return (
    <>
      <Link href="/tools/">See all tools</Link>
      <Link href="/help/">Help and contact</Link>
    </>
  );
}

type Props = {
  title: string;
  children: ReactNode;
  /** What the log knows this by. */
  reference?: string;
  action?: ReactNode;
};
