'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { announce } from '@/components/ui/announce';
import type { OrganisationSearch } from '@/lib/organisations/schema';

const LEAST = 2;
const PAUSE_MS = 200;
const QUIET_MS = 500;

export type Suggestions = OrganisationSearch & { text: string; shown: number };

/** Suggestions for what is typed: after a pause, the newest question only, and said once when the typing rests. */
export function useSuggestions(kind: 'practice' | 'pcn') {
  const [found, setFound] = useState<Suggestions | null>(null);
  const running = useRef<{ stop: () => void } | null>(null);
  useEffect(() => () => running.current?.stop(), []);

  const look = useCallback(
    (typed: string) => {
      running.current?.stop();
      const text = typed.trim();
      if (text.length < LEAST) return setFound(null);
      const question = new AbortController();
      let words: ReturnType<typeof setTimeout> | undefined;
      const pause = setTimeout(async () => {
        const answer = await ask(kind, text, question.signal);
        if (question.signal.aborted || !answer) return;
        setFound({ ...answer, text, shown: answer.results.length });
        words = setTimeout(() => announce(inWords(answer)), QUIET_MS);
      }, PAUSE_MS);
      running.current = {
        stop() {
          question.abort();
          clearTimeout(pause);
          clearTimeout(words);
        },
      };
    },
    [kind],
  );
  return { found, look };
}

/** The answer, or nothing: when suggestions cannot be had, the search button still works. */
async function ask(kind: string, text: string, signal: AbortSignal): Promise<OrganisationSearch | null> {
  try {
    const response = await fetch(`/api/organisations/search/?kind=${kind}&q=${encodeURIComponent(text)}`, { signal });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

function inWords({ results, total }: OrganisationSearch): string {
  return total === 0 ? 'No results' : `${results.length} of ${total} results`;
}
