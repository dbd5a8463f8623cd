'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Checkbox } from '@/components/ui/checkbox';
import type { FormAction } from '@/lib/core/form';

/**
 * The list as one form: what is ticked is laid out on a page to be checked before anything is decided. Without scripts the
 * boxes and buttons do the same; with them the ticks are counted and a whole page can be ticked at once.
 */
export function QueueSelection({ action, requestId, filters, matching, more, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [ticked, setTicked] = useState<number | null>(null);
  const boxes = () => [...(box.current?.querySelectorAll<HTMLInputElement>('input[name=ids]') ?? [])];
  const count = () => setTicked(boxes().filter(({ checked }) => checked).length);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when scripts run; a browser may have kept the ticks
  useEffect(count, []);
  const tickAll = () => {
    const wanted = ticked === 0;
    for (const one of boxes()) one.checked = wanted;
    count();
  };
  return (
    <ActionForm id="bulk" action={action} hidden={{ requestId, filters }} className="grid">
      <div ref={box} onChange={count}>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2 border-b border-line pb-3">
          {ticked !== null && (
            <>
              <p role="status" className="min-w-24 font-semibold">
                {ticked} ticked
              </p>
              <button type="button" onClick={tickAll} className={buttonClass({ look: 'link' })}>
                {ticked === 0 ? 'Tick this page' : 'Untick all'}
              </button>
            </>
          )}
          <Button name="wish" value="approve" look="outlined" size="small" pending="Laying out…">
            Approve ticked…
          </Button>
          <Button name="wish" value="reject" look="outlined" size="small" pending="Laying out…">
            Reject ticked…
          </Button>
          {more && <Checkbox name="all" value="yes" label={`All ${matching} that match, not only those ticked`} />}
          <p className="basis-full text-s text-ink-soft">Nothing is decided before you have checked each of them.</p>
        </div>
        {children}
      </div>
    </ActionForm>
  );
}

type Props = {
  action: FormAction;
  /** Names this selection: sent twice, it is one. */
  requestId: string;
  /** What narrows the list, as its address says it. */
  filters: string;
  /** How many match, in words. */
  matching: string;
  /** There are more than this page shows. */
  more: boolean;
  children: ReactNode;
};
