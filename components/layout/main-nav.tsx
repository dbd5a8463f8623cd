import { NavLink, navItem } from './nav-link';

/** The right side of the header. What it says depends on nothing but whether somebody is signed in. */
export function MainNav({ signedIn, signOut, platformAdmin }: Props) {
  return (
    <ul className="flex flex-wrap gap-x-2.5 sm:gap-x-6">
      <li>
        <NavLink href="/tools/">Tools</NavLink>
      </li>
      {signedIn ? (
        <>
          {platformAdmin && (
            <li>
              <NavLink href="/admin/requests/" within={['/admin/']}>
                Platform
              </NavLink>
            </li>
          )}
          <AccountItems signOut={signOut} />
        </>
      ) : (
        <VisitorItems />
      )}
    </ul>
  );
}

export function AccountItems({ signOut }: { signOut?: SignOut }) {
  return (
    <>
      <li>
        <NavLink href="/accounts/profile/" within={['/accounts/', '/w/', '/workspaces/', '/documents/']}>
          Account
        </NavLink>
      </li>
      {signOut && (
        <li>
          <form action={signOut}>
            <button type="submit" className={`${navItem} underline decoration-1`}>
              Sign out
            </button>
          </form>
        </li>
      )}
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

export type SignOut = (data: FormData) => Promise<void>;

type Props = { signedIn: boolean; signOut?: SignOut; platformAdmin?: boolean };
