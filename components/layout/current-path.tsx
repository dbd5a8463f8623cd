'use client';

import { usePathname, useSearchParams } from 'next/navigation';

/** The page one is on, sent along so that an act can come back to it. For pages rendered per request. */
export function CurrentPath({ name }: { name: string }) {
  const path = usePathname() ?? '/';
  const search = useSearchParams()?.toString();
  return <input type="hidden" name={name} value={search ? `${path}?${search}` : path} />;
}
