import Link from 'next/link';
import { Fragment } from 'react';
import { Notice } from '@/components/ui/notice';
import { isClosed } from '@/lib/organisations/rules/status';
import type { Organisation } from '@/lib/organisations/schema';
import { statusWords } from '@/lib/organisations/words';

/** An organisation that is not open: since when, and where the register names them, who took over. */
export function StatusNotice({ organisation, tool }: { organisation: Organisation; tool: string }) {
  const { name, code, status, successors } = organisation;
  if (status === 'open') return null;
  const gone = isClosed(status);
  return (
    <Notice tone="amber" title={`${statusWords(organisation)}: ${name} (${code})`}>
      <p>
        {gone
          ? 'Its figures end with the last month in which it had patients.'
          : 'The register does not show it as open, so its figures may be incomplete.'}
        {successors.length > 0 && (
          <>
            {successors.length === 1 ? ' Now ' : ' It was split. Now '}
            {successors.map(({ code, name }, at) => (
              <Fragment key={code}>
                {at > 0 && (at === successors.length - 1 ? ' and ' : ', ')}
                <Link prefetch={false} href={`/tools/${tool}/?org=${code}`}>
                  {name} ({code})
                </Link>
              </Fragment>
            ))}
            .
          </>
        )}
      </p>
    </Notice>
  );
}
