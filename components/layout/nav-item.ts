const base =
  '-mx-1 inline-flex min-h-target items-center px-1 text-xs whitespace-nowrap underline decoration-1 underline-offset-[0.3em] aria-[current]:font-semibold aria-[current]:shadow-[inset_0_-3px_0_var(--way)] sm:text-s md:text-m';

/** How a word of the header looks, link or button. Its own file, because a client file gives the server no strings. */
export const navItem = `${base} text-ink decoration-transparent hover:text-ink hover:decoration-current`;
export const strongNavItem = `${base} font-semibold text-act hover:text-act-hover`;
