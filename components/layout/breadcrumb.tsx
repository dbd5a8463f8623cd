import Link from 'next/link';

export type Crumb = { href: string; text: string };

/** The way up. The page itself is not in it: its heading says where one is. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="no-print -mt-2 mb-6 text-s">
      <ol className="flex flex-wrap gap-x-2.5 text-ink-soft">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href}>
            {index > 0 && (
              <span className="mr-2.5 text-field" aria-hidden="true">
                /
              </span>
            )}
            <Link href={crumb.href} className="inline-block py-0.5 text-ink-soft">
              {crumb.text}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
