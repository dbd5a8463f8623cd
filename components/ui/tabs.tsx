import Link from 'next/link';

/** Views of one thing, each with its own address. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="mb-2 border-b border-line">
      <ul className="flex flex-wrap gap-x-6">
        {items.map(tab => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              className="flex min-h-target items-center text-ink-soft decoration-transparent hover:text-ink hover:decoration-current aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:shadow-[inset_0_-3px_0_var(--ink)]"
            >
              {tab.text}
              {tab.count !== undefined && ` (${tab.count})`}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Tab = { href: string; text: string; count?: number; current?: boolean };
