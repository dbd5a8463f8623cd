import { Tag } from '@/components/ui/tag';
import type { Evidence } from '@/lib/memberships/schema/requests';
import { evidenceWords, flagWords } from '@/lib/memberships/words';

/** What shows that a person belongs, in sentences, with reasons to look twice as tags. */
export function EvidenceLines({ evidence }: { evidence: Evidence }) {
  const flags = flagWords(evidence);
  return (
    <>
      <span>{evidenceWords(evidence).join(' ')}</span>
      {flags.length > 0 && (
        <span className="mt-1 flex flex-wrap gap-1.5">
          {flags.map(flag => (
            <Tag key={flag} look="pending">
              {flag}
            </Tag>
          ))}
        </span>
      )}
    </>
  );
}
