/** A name with the typed words in bold where they begin a word of it. Weight, not a background, carries the mark. */
export function Marked({ text, typed }: { text: string; typed: string }) {
  const words = typed.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (words.length === 0) return text;
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})`, 'giu');
  const parts = text.split(found);
  let at = 0;
  return parts.map((part, index) => {
    const key = at;
    at += part.length;
    // A split by one group gives, in turn, what is around and what was found.
    return index % 2 === 1 ? (
      <mark key={key} className="bg-transparent font-bold text-inherit">
        {part}
      </mark>
    ) : (
      part
    );
  });
}
