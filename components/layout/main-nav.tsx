import type { ReactNode } from 'react';
import { navItem } from './nav-item';
import { NavLink } from './nav-link';

/** The right side of the header. What it says depends on nothing but whether somebody is signed in. */
export function MainNav({ signedIn, platformAdmin }: { signedIn: boolean; platformAdmin?: boolean }) {
  return (
    <NavList>
      {signedIn && platformAdmin && (
        <li>
          <NavLink href="/admin/requests/" within={['/admin/']}>
            Platform
          </NavLink>
        </li>
      )}
      {signedIn ? <AccountItems /> : <VisitorItems />}
    </NavList>
  );
}

export function NavList({ children }: { children: ReactNode }) {
  return (
    <ul className="flex flex-wrap gap-x-3.5 sm:gap-x-6">
      <li>
        <NavLink href="/tools/">Tools</NavLink>
      </li>
      {children}
    </ul>
  );
}

/** Sign-out is a plain post, never a soft navigation: the browser then keeps nothing of the pages before. */
export function AccountItems() {
  return (
    <>
      <li>
        <NavLink href="/accounts/profile/" within={['/accounts/', '/w/', '/workspaces/', '/documents/']}>
          Account
        </NavLink>
      </li>
      <li>
        <form method="post" action="/accounts/logout/">
          <button type="submit" className={navItem}>
            Sign out
          </button>
        </form>
      </li>
    </>
  );
}

export function VisitorItems() {
  return (
    <>
      <li>
        <NavLink href="/accounts/login/">Sign in</NavLink>
      </li>
      <li>
        <NavLink href="/accounts/register/" strong>
          Create an account
        </NavLink>
      </li>
    </>
  );
}
