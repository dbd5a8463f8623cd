/** Ways down a page that is long on a narrow window. */
export function JumpLinks({ links }: { links: readonly (readonly [id: string, text: string])[] }) {
  return (
    <nav aria-label="On this page" className="no-print mt-6 border-l-[3px] border-line pl-4 sm:hidden">
      <ul className="grid">
        {links.map(([id, text]) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-flex min-h-target items-center">
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
