'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link of the header that knows when one is in its part of the site. */
export function NavLink({ href, within = [href], children, strong }: Props) {
  const path = usePathname() ?? '/';
  const slashed = path.endsWith('/') ? path : `${path}/`;
  const here = slashed === href;
  const part = within.some(prefix => slashed.startsWith(prefix));
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : part ? 'true' : undefined}
      className={strong ? `${base} font-semibold text-act hover:text-act-hover` : navItem}
    >
      {children}
    </Link>
  );
}

type Props = { href: string; within?: readonly string[]; children: ReactNode; strong?: boolean };

const base =
  'inline-flex min-h-target items-center text-s whitespace-nowrap underline-offset-[0.3em] aria-[current]:font-semibold aria-[current]:shadow-[inset_0_-3px_0_var(--way)] md:text-m';

export const navItem = `${base} text-ink decoration-transparent hover:text-ink hover:decoration-current`;
