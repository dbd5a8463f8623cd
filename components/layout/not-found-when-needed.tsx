'use client';

import { lazy, Suspense } from 'react';

// Next.js writes the "not found" of each layout into every page, in case a click in it leads nowhere. Drawn on the
// server that was a quarter of the data of a page; so pages carry only where to get it from. Addresses that are opened
// in the browser are answered with it whole (docs/decisions/0013).
const Problem = lazy(async () => ({ default: (await import('./not-found-problem')).NotFoundProblem }));
const WholePage = lazy(async () => ({ default: (await import('./not-found-page')).NotFoundPage }));

export function NotFoundWhenNeeded({ whole }: { whole?: boolean }) {
  return <Suspense>{whole ? <WholePage /> : <Problem />}</Suspense>;
}
