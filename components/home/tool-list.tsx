import Link from 'next/link';
import { PlaceTile } from '@/components/ui/place-tile';
import type { Tool } from '@/lib/tools/catalogue';

/** Tools as rows: what it is about by shape, its name, one line, and where its figures come from. */
export function ToolList({ tools }: { tools: readonly Tool[] }) {
  return (
    <ul>
      {tools.map(tool => (
        <li
          key={tool.slug}
          className="grid gap-x-12 gap-y-2 border-b border-line py-4 last:border-b-0 lg:grid-cols-[minmax(0,1fr)_17rem]"
        >
          <div className="flex gap-4">
            <PlaceTile place={tool.about} look="soft" large />
            <div className="grid justify-items-start gap-0.5">
              <h3>
                <Link href={`/tools/${tool.slug}/`}>{tool.name}</Link>
              </h3>
              <p>{tool.line}</p>
            </div>
          </div>
          <p className="text-s text-ink-soft max-lg:pl-13">
            <strong className="text-ink">For {tool.about === 'pcn' ? 'a PCN' : 'a practice'}</strong>
            <span className="lg:block">
              <span className="lg:hidden"> · </span>
              {tool.source}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
