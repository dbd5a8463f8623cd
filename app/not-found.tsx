import { NavList } from '@/components/layout/main-nav';
import { NavLink } from '@/components/layout/nav-link';
import { NotFoundProblem } from '@/components/layout/not-found-problem';
import { Shell } from '@/components/layout/shell';

/** For addresses that no page answers. Every page carries this one, so it does not ask who is signed in. */
export default function NotFound() {
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
