'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';

const EVERY_MS = 1500;

/** What is being done at the moment; asks for the page again while it is shown. */
export function Progressing({ children }: { children: ReactNode }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <p role="status" className="border-l-4 border-wait-rule pl-4 text-l">
      {children}…
    </p>
  );
}
