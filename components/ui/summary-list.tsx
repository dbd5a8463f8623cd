import Link from 'next/link';
import type { ReactNode } from 'react';

/** What is known about one thing, line by line, each with the way to change it. */
export function SummaryList({ items, stacked }: { items: readonly Item[]; stacked?: boolean }) {
  const columns = stacked
    ? 'grid-cols-[minmax(0,1fr)_auto]'
    : 'grid-cols-[minmax(0,1fr)_auto] sm:grid-cols-[11rem_minmax(0,1fr)_auto]';
  return (
    <dl className="border-t border-line">
      {items.map(item => (
        <div key={item.label} className={`grid gap-x-4 border-b border-line py-3 ${columns}`}>
          <dt className={`col-span-2 text-s text-ink-soft ${stacked ? '' : 'sm:col-span-1 sm:text-m'}`}>
            {item.label}
          </dt>
          <dd className="min-w-0">{item.value}</dd>
          {item.action && (
            <dd>
              <Link href={item.action.href} className="-my-[3px] inline-block py-[3px]">
                {item.action.text}
                <span className="sr-only"> {item.action.what ?? item.label.toLowerCase()}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

type Item = {
  label: string;
  value: ReactNode;
  /** "Change", and for those who listen what: the label where nothing is said. */
  action?: { href: string; text: string; what?: string };
};
