import { NavList } from './main-nav';
import { NavLink } from './nav-link';
import { NotFoundProblem } from './not-found-problem';
import { Shell } from './shell';

/** For addresses that no page answers. It does not ask who is signed in: it is written before anybody comes. */
export function NotFoundPage() {
  const account = (
    <NavList>
      <li>
        <NavLink href="/accounts/profile/">Account</NavLink>
      </li>
    </NavList>
  );
  return (
    <Shell nav={account}>
      <NotFoundProblem />
    </Shell>
  );
}
