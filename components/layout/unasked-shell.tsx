import type { ReactNode } from 'react';
import { NavList } from './main-nav';
import { NavLink } from './nav-link';
import { Shell } from './shell';

/** Around what is written before anybody comes: its header does not say who is signed in. */
export function UnaskedShell({ children }: { children: ReactNode }) {
  const account = (
    <NavList>
      <li>
        <NavLink href="/accounts/profile/">Account</NavLink>
      </li>
    </NavList>
  );
  return <Shell nav={account}>{children}</Shell>;
}
