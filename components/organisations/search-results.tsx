import Link from 'next/link';
import type { ReactNode } from 'react';
import { Tag } from '@/components/ui/tag';
import type { OrganisationHit } from '@/lib/organisations/schema';
import { statusWords } from '@/lib/organisations/words';
import { ResultDetails, ResultName } from './result-lines';

/** What the page knows about one result besides the register: where the reader stands with it. */
export type ResultNote = { tag?: ReactNode; line?: string; chosen?: boolean; href?: string };

/** Results as a plain list of links; what cannot be chosen says why instead. */
export function SearchResults({ hits, typed, hrefOf, notes = {} }: Props) {
  return (
    <ul className="border-t border-line">
      {hits.map(hit => {
        const note = notes[hit.code];
        const open = hit.linkable && !note?.chosen;
        return (
          <li
            key={hit.code}
            data-ws={hit.kind}
            className="flex items-start justify-between gap-4 border-b border-line py-3"
          >
            <div className="min-w-0">
              {open ? (
                <Link href={hrefOf(hit.code)} prefetch={false} className="inline-block py-0.5">
                  <ResultName hit={hit} typed={typed} />
                </Link>
              ) : (
                <ResultName hit={hit} typed={typed} />
              )}
              <ResultDetails hit={hit} />
              {note?.line && (
                <p className="text-s">
                  {note.href ? (
                    <Link href={note.href} prefetch={false}>
                      {note.line}
                    </Link>
                  ) : (
                    note.line
                  )}
                </p>
              )}
            </div>
            <span className="flex-none text-s text-ink-soft">{note?.tag ?? <StatusTag hit={hit} />}</span>
          </li>
        );
      })}
    </ul>
  );
}

type Props = {
  hits: readonly OrganisationHit[];
  typed: string;
  hrefOf: (code: string) => string;
  notes?: Record<string, ResultNote>;
};

/** Open is a word; everything else is a tag. */
export function StatusTag({ hit }: { hit: Pick<OrganisationHit, 'status'> }) {
  if (hit.status === 'open') return 'Open';
  return <Tag look="off">{statusWords({ status: hit.status, closedOn: null })}</Tag>;
}
