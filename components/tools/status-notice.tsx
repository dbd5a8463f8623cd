import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import type { Organisation } from '@/lib/organisations/schema';
import { statusWords } from '@/lib/organisations/words';

/** An organisation that is not open: since when, and where the register names one, its successor. */
export function StatusNotice({ organisation, tool }: { organisation: Organisation; tool: string }) {
  const { name, code, status, successor } = organisation;
  if (status === 'open') return null;
  const gone = status === 'closed' || status === 'missing';
  return (
    <Notice tone="amber" title={`${statusWords(organisation)}: ${name} (${code})`}>
      <p>
        {gone
          ? 'Its figures end with the last month in which it had patients.'
          : 'The register does not show it as open, so its figures may be incomplete.'}
        {successor && (
          <>
            {' Now '}
            <Link prefetch={false} href={`/tools/${tool}/?org=${successor.code}`}>
              {successor.name} ({successor.code})
            </Link>
            .
          </>
        )}
      </p>
    </Notice>
  );
}
