import Link from 'next/link';

/** Onward and back to the start of a list that is read page by page; nothing while it fits on one. */
export function KeysetPages({ first, next }: { first: string | null; next: string | null }) {
  if (!first && !next) return null;
  return (
    <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-x-6">
      {first && (
        <Link href={first} prefetch={false} className="py-1">
          First page
        </Link>
      )}
      {next && (
        <Link href={next} rel="next" prefetch={false} className="py-1">
          Next page
        </Link>
      )}
    </nav>
  );
}
