import Link from 'next/link';
import { site } from '@/lib/core/site';

/** Two long ears on a waymarker: the product's own sign. */
function BrandMark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={`flex-none ${className}`} aria-hidden="true">
      <circle cx="16" cy="16" r="16" fill="var(--act)" />
      <g fill="var(--on-act)">
        <path d="M12.9 19.2C10.6 15.4 9.4 9.2 11 4.9c3.2 2.6 4.9 8.4 4.8 13.1z" />
        <path d="M17 18.1c0-5.4 1.5-9.7 4.4-12.3l5.1 1.1c-.6 3-2.3 4.7-4.6 5.5-.7 2.6-1.4 4.7-2.1 6.7z" />
        <path d="M8.6 31c0-7.5 3-13.3 7.5-13.3s7.4 5.6 7.4 13.3a16 16 0 0 1-14.9 0z" />
      </g>
      <circle cx="13.3" cy="23.4" r="1.15" fill="var(--act)" />
      <circle cx="18.9" cy="23.4" r="1.15" fill="var(--act)" />
    </svg>
  );
}

export function Brand() {
  return (
    <Link
      href="/"
      className="inline-flex min-h-target items-center gap-1.5 text-base font-semibold tracking-[-0.015em] text-ink decoration-transparent hover:text-ink hover:decoration-current sm:gap-2.5 sm:text-[1.25rem]"
    >
      <BrandMark className="size-6 sm:size-8" />
      {site.name}
    </Link>
  );
}
