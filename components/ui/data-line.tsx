import type { ReactNode } from 'react';

/** Where figures come from and how old they are: source, period, published, loaded. Stands before the figures. */
export function DataLine({ items }: { items: readonly DataFact[] }) {
  return (
    <ul className="flex flex-wrap gap-x-[1.1em] text-s text-ink-soft max-sm:grid" aria-label="About these figures">
      {items.map(item => (
        <li
          key={item.name}
          className="relative sm:not-first:before:absolute sm:not-first:before:-left-[0.7em] sm:not-first:before:content-['·'/'']"
        >
          {item.words}
        </li>
      ))}
    </ul>
  );
}

export type DataFact = { name: string; words: ReactNode };
