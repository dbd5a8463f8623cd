import Link from 'next/link';

/** Before and after, and where one is. Nothing at all while everything fits on one page. */
export function Pagination({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  if (pages < 2) return null;
  return (
    <nav aria-label="Pages" className="mt-6 flex flex-wrap items-center gap-x-6 border-t border-line pt-2">
      {page > 1 && (
        <Link href={href(page - 1)} rel="prev" className={step}>
          Previous<span className="sr-only"> page</span>
        </Link>
      )}
      <p className="text-s text-ink-soft">
        Page {page} of {pages}
      </p>
      {page < pages && (
        <Link href={href(page + 1)} rel="next" className={step}>
          Next<span className="sr-only"> page</span>
        </Link>
      )}
    </nav>
  );
}

const step = 'inline-flex min-h-target items-center font-semibold';
