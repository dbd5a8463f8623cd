import Link from 'next/link';

/** What narrows a list now, each a link that takes it away (S10); nothing while nothing does. */
export function FilterLinks({ filters, without }: Props) {
  const active = filters.filter(({ words }) => words);
  if (active.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {active.map(({ key, words }) => (
        <li key={key}>
          <Link href={without(key)} prefetch={false} className="py-1">
            Remove<span className="sr-only"> the filter</span>: {words}
          </Link>
        </li>
      ))}
    </ul>
  );
}

type Props = {
  /** By the name of the field, with what it says; an empty one narrows nothing. */
  filters: readonly { key: string; words: string | undefined }[];
  /** The address of the list without one of them. */
  without: (key: string) => string;
};
