'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { buttonClass } from '@/components/ui/button-class';
import { formatTime } from '@/lib/core/dates';
import type { SessionTime } from '@/lib/core/viewer';
import { bringBack, forget, keep } from './kept-typing';

const MINUTE = 60_000;
const TO_TYPE = 'main form :is(textarea, select, input:not([type=hidden]))';

/**
 * On pages with a form: says five minutes before that the session ends, lets it go on, and loses nothing that was typed
 * when it has ended (S17). Without scripts the server says at the sending that nothing was done.
 */
export function SessionEnd({ time, person }: { time: SessionTime; person: string }) {
  const { ending, last, stay } = useEnding(time);
  const back = useTyping(person);
  return (
    <>
      {back && (
        <Banner tone="important">What you typed is in the form again. Nothing was sent yet: send it now.</Banner>
      )}
      {ending && (
        <Banner
          tone="important"
          undo={
            !last && (
              <button type="button" onClick={stay} className={buttonClass({ look: 'link' })}>
                Stay signed in
              </button>
            )
          }
        >
          {last
            ? `Your session ends at ${formatTime(ending)}. Send what you typed before then, or sign in again.`
            : `You are signed out at ${formatTime(ending)}, because nothing was asked for so long.`}
        </Banner>
      )}
    </>
  );
}

/** When the session ends, once that is five minutes away; `last`: no request can make it longer. */
function useEnding(time: SessionTime) {
  const [known, setKnown] = useState({ ...time, since: 0 });
  const [near, setNear] = useState(false);
  const place = `${usePathname()}?${useSearchParams()}`;
  const read = useRef(false);

  // A page that was opened within the site was a request as well: the layout around it stays as it was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new place counts
  useEffect(() => {
    const now = Date.now();
    setKnown(before => {
      const most = before.since ? before.most - (now - before.since) / 1000 : before.most;
      return { ...before, most, left: read.current ? Math.min(most, before.idle) : before.left, since: now };
    });
    read.current = true;
    setNear(false);
  }, [place]);

  // A short step rather than one long wait: a computer that slept wakes up late.
  useEffect(() => {
    const look = () => {
      const close = known.since > 0 && Date.now() > endOf(known) - 5 * MINUTE;
      setNear(close && Date.now() < endOf(known) && document.querySelector(TO_TYPE) !== null);
    };
    const step = setInterval(look, 10_000);
    return () => clearInterval(step);
  }, [known]);

  const stay = async () => {
    const answer = await fetch('/api/session/').catch(() => null);
    if (!answer?.ok) return;
    const said: { sessionTime: SessionTime } = await answer.json();
    setKnown({ ...said.sessionTime, since: Date.now() });
    setNear(false);
  };

  return { ending: near ? new Date(endOf(known)) : null, last: known.left >= known.most, stay };
}

const endOf = ({ since, left }: { since: number; left: number }) => since + left * 1000;

/** Keeps what is sent, and brings it back after a sign-in; says whether it just did. */
function useTyping(person: string): boolean {
  const [back, setBack] = useState(false);
  const path = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new page counts
  useEffect(() => {
    setBack(bringBack(person));
  }, [path, person]);

  useEffect(() => {
    const sent = ({ target }: SubmitEvent) => {
      if (!(target instanceof HTMLFormElement)) return;
      if (target.closest('main')) keep(target, person);
      else forget();
    };
    document.addEventListener('submit', sent, true);
    return () => document.removeEventListener('submit', sent, true);
  }, [person]);

  return back;
}
