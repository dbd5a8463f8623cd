import Link from 'next/link';
import type { ReactNode } from 'react';

/**
 * What is known about one thing, line by line, each with the way to change it. Where there is little room the way stands
 * beside the label, so that a long address has the whole line.
 */
export function SummaryList({ items, stacked }: { items: readonly Item[]; stacked?: boolean }) {
  const wide = stacked ? lines.stacked : lines.aside;
  return (
    <dl className="border-t border-line">
      {items.map(item => (
        <div
          key={item.label}
          className={`grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-b border-line py-3 ${wide.line}`}
        >
          <dt className={`text-s text-ink-soft ${item.action ? '' : 'col-span-2'} ${wide.label}`}>{item.label}</dt>
          <dd className={`col-span-2 row-start-2 min-w-0 ${wide.value}`}>{item.value}</dd>
          {item.action && (
            <dd className={`col-start-2 row-start-1 ${wide.action}`}>
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

const lines = {
  stacked: { line: '', label: '', value: '', action: '' },
  aside: {
    line: 'sm:grid-cols-[11rem_minmax(0,1fr)_auto]',
    label: 'sm:col-span-1 sm:col-start-1 sm:row-start-1 sm:text-m',
    value: 'sm:col-span-1 sm:col-start-2 sm:row-start-1',
    action: 'sm:col-start-3',
  },
};

type Item = {
  label: string;
  value: ReactNode;
  /** "Change", and for those who listen what: the label where nothing is said. */
  action?: { href: string; text: string; what?: string };
};
