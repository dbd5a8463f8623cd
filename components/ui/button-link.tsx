import Link from 'next/link';
import type { ReactNode } from 'react';
import { type ButtonLook, buttonClass } from './button-class';

/** Goes somewhere, and looks like a button because that is the task of the page. */
export function ButtonLink({ href, children, look, size, wide }: Props) {
  return (
    <Link href={href} className={buttonClass({ look, size, wide })}>
      {children}
    </Link>
  );
}

type Props = { href: string; children: ReactNode; look?: ButtonLook; size?: 'small'; wide?: boolean };
