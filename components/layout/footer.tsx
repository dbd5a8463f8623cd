import Link from 'next/link';
import { descriptor, site } from '@/lib/core/site';

/** The same links in the same order on every page (3.2.6), and whom to hold responsible. */
export function Footer() {
  return (
    <footer className="border-t border-line bg-wash text-s text-ink-soft">
      <div className="mx-auto grid max-w-page gap-4 px-gutter pt-8 pb-12">
        <ul className="no-print flex flex-wrap gap-x-6 gap-y-2">
          {links.map(([href, text]) => (
            <li key={href}>
              <Link href={href} className="inline-block py-0.5 text-ink">
                {text}
              </Link>
            </li>
          ))}
        </ul>
        <p>
          {site.name}: {descriptor[0]?.toLowerCase()}
          {descriptor.slice(1)}. Independent. Not part of, or endorsed by, the NHS.
        </p>
        <p>
          Contains public sector information licensed under the{' '}
          <a
            href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
            rel="external"
            className="text-ink"
          >
            Open Government Licence v3.0
          </a>
          . Each figure names its source and its date.
        </p>
      </div>
    </footer>
  );
}

const links = [
  ['/privacy-policy/', 'Privacy'],
  ['/cookie-policy/', 'Cookies'],
  ['/accessibility/', 'Accessibility'],
  ['/public-vs-account/', 'Public and account access'],
  ['/help/', 'Help and contact'],
] as const;
