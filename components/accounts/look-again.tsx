'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY = 2000;

/** The page asks again by itself while something is being made; without JavaScript the reader does. */
export function LookAgain({ href }: { href: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <Link href={href} prefetch={false}>
      Look again
    </Link>
  );
}
