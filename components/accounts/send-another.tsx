'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/lib/core/form';

/**
 * The button for another mail, once there may be one. Until then the page says when; with JavaScript the button comes
 * by itself and is announced once, without it the reader looks again.
 */
export function SendAnother({ action, here, wait, time }: Props) {
  const [ready, setReady] = useState(wait <= 0);
  useEffect(() => {
    if (wait <= 0) return setReady(true);
    setReady(false);
    const timer = setTimeout(() => {
      setReady(true);
      announce('You can send another email now');
    }, wait);
    return () => clearTimeout(timer);
  }, [wait]);

  if (ready) {
    return (
      <ActionForm id="again" action={action} className="grid gap-3">
        <p>A new email replaces the code you have.</p>
        <div>
          <Button look="outlined" pending="Sending…">
            Send another email
          </Button>
        </div>
      </ActionForm>
    );
  }
  return (
    <p>
      You can send another at <strong className="tabular-nums">{time}</strong>.{' '}
      <Link href={here} prefetch={false}>
        Look again
      </Link>
    </p>
  );
}

type Props = { action: FormAction; here: string; wait: number; time: string | null };
