'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { buttonClass } from '@/components/ui/button-class';
import { formatTime } from '@/lib/core/dates';
import { SEEN_EVERY, type SessionTime } from '@/lib/core/viewer';
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
            : `You will be signed out at ${formatTime(ending)}, because you have not opened or sent anything for a long time.`}
        </Banner>
      )}
    </>
  );
}

type Known = { end: number; latest: number; idle: number };

/** When the session ends, once that is five minutes away; `last`: no request can make it longer. */
function useEnding(time: SessionTime) {
  const [known, setKnown] = useState<Known | null>(null);
  const [near, setNear] = useState(false);
  const place = `${usePathname()}?${useSearchParams()}`;

  // A page that was opened within the site was a request as well: the layout around it stays as it was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new place counts
  useEffect(() => {
    setKnown(before => (before ? afterAnother(before) : asSaid(time)));
    setNear(false);
  }, [place]);

  // A short step rather than one long wait: a computer that slept wakes up late.
  useEffect(() => {
    const look = () => {
      const left = known ? known.end - Date.now() : 0;
      setNear(left > 0 && left < 5 * MINUTE && document.querySelector(TO_TYPE) !== null);
    };
    const step = setInterval(look, 10_000);
    return () => clearInterval(step);
  }, [known]);

  const stay = async () => {
    const answer = await fetch('/api/session/').catch(() => null);
    if (!answer?.ok) return;
    const said: { sessionTime: SessionTime } = await answer.json();
    setKnown(asSaid(said.sessionTime));
    setNear(false);
  };

  return { ending: near && known ? new Date(known.end) : null, last: known?.end === known?.latest, stay };
}

/** What the server said just now, as times of this computer's clock. */
function asSaid({ left, most, idle }: SessionTime): Known {
  const now = Date.now();
  return { end: now + left * 1000, latest: now + most * 1000, idle: idle * 1000 };
}

// Not every request counts, so the session may end a little before it would after this one.
const afterAnother = ({ end, latest, idle }: Known): Known => ({
  end: Math.min(latest, Math.max(end, Date.now() + idle - SEEN_EVERY * 1000)),
  latest,
  idle,
});

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
