'use client';

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { z } from 'zod';

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
  return sessionShape.parse(await answer.json());
}

const sessionShape = z.object({
  user: z.object({ name: z.string() }),
  workspace: z
    .object({
      code: z.string(),
      name: z.string(),
      kind: z.enum(['practice', 'pcn']),
      role: z.enum(['member', 'admin']),
    })
    .nullable(),
});
export type Session = z.infer<typeof sessionShape>;

const marked = () => document.cookie.split('; ').includes('has-session=1');
const never = () => () => {};
const no = () => false;
