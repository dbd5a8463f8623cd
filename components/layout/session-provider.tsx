'use client';

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState, useSyncExternalStore } from 'react';

/** Who is signed in, for the pages that are written before anybody asks for them. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [client] = useState(() => new QueryClient());
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

/** Asks only where the marker cookie says there is somebody; a visitor's page asks nothing. */
export function useSession(): { expected: boolean; session: Session | null } {
  const expected = useSyncExternalStore(never, marked, no);
  const { data, isFetched } = useQuery({
    queryKey: ['session'],
    queryFn: fetchSession,
    enabled: expected,
    retry: false,
    staleTime: 30_000,
  });
  return { expected: expected && !(isFetched && !data), session: data ?? null };
}

async function fetchSession(): Promise<Session | null> {
  const answer = await fetch('/api/session/', { headers: { accept: 'application/json' } });
  if (!answer.ok) return null;
  // Our own answer, read without zod: the public pages would carry 40 kB of it for these few words.
  const said: { user: unknown; workspace: Session['workspace'] } = await answer.json();
  return said.user ? { workspace: said.workspace } : null;
}

export type Session = {
  workspace: { code: string; name: string; kind: 'practice' | 'pcn'; role: 'member' | 'admin' } | null;
};

const marked = () => document.cookie.split('; ').includes('has-session=1');
const never = () => () => {};
const no = () => false;
