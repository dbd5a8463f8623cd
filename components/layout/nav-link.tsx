'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { navItem, strongNavItem } from './nav-item';

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
      className={strong ? strongNavItem : navItem}
    >
      {children}
    </Link>
  );
}

type Props = { href: string; within?: readonly string[]; children: ReactNode; strong?: boolean };
