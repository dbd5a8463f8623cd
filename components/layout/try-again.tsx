'use client';

import { buttonClass } from '@/components/ui/button-class';

/** Draws the failed page anew; the address stays. */
export function TryAgain({ reset }: { reset: () => void }) {
  return (
    <button type="button" className={buttonClass({ look: 'outlined' })} onClick={reset}>
      Try again
    </button>
  );
}
