import { NavLink } from './nav-link';

/** The parts of the platform team's pages. */
export function PlatformNav() {
  return (
    <nav aria-label="Platform" className="no-print -mt-2 mb-6 border-b border-line">
      <ul className="flex flex-wrap gap-x-6">
        {parts.map(([href, text]) => (
          <li key={href}>
            <NavLink href={href} within={[href]}>
              {text}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const parts = [
  ['/admin/requests/', 'Requests'],
  ['/admin/organisations/', 'Organisations'],
  ['/admin/people/', 'People'],
  ['/admin/checks/', 'Checks'],
  ['/admin/activity/', 'Activity'],
  ['/admin/datasets/', 'Data'],
] as const;
