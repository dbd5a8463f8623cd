'use client';

import { buttonClass } from '@/components/ui/button-class';

/** Asks for the whole page again: drawing it anew would draw the same failure, which the browser has fetched. */
export function TryAgain() {
  return (
    <button type="button" className={buttonClass({ look: 'outlined' })} onClick={() => window.location.reload()}>
      Try again
    </button>
  );
}
