import { OrganisationSearch } from '@/components/organisations/organisation-search';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import type { OrganisationSearch as Found, Organisation, OrganisationRef } from '@/lib/organisations/schema';
import { kindWords } from '@/lib/organisations/words';
import type { Tool } from '@/lib/tools/catalogue';
import { OrganisationList } from './organisation-list';

/** The way to an organisation: a search that works without JavaScript, and what it found. */
export function ChooseOrganisation({ tool, text, found, unknown, href }: Props) {
  const kind = tool.about === 'pcn' ? 'PCN' : 'practice';
  return (
    <div className="border-t-2 border-ink pt-5">
      {unknown && (
        <div className="mb-6">
          <Notice tone="amber">{`No ${kind} has the code ${unknown}. Check it, or search by name.`}</Notice>
        </div>
      )}
      <OrganisationSearch
        key={text}
        action={`/tools/${tool.slug}/`}
        kind={tool.about}
        label={tool.about === 'pcn' ? 'PCN name or code' : 'Practice name, ODS code or postcode'}
        hint={
          tool.about === 'pcn'
            ? 'For example, the name of the PCN, or of one of its practices'
            : 'For example, Elm Surgery, A81001 or DH1 1AA'
        }
        value={text}
        target={`/tools/${tool.slug}/?org={code}`}
      />
      {found && <Results found={found} text={text} kind={kind} href={href} />}
    </div>
  );
}

type Props = {
  tool: Tool;
  text: string;
  found: Found | null;
  /** A code that no organisation has. */
  unknown: string | null;
  /** Where a choice leads. */
  href: (code: string) => string;
};

function Results({ found, text, kind, href }: { found: Found; text: string; kind: string } & Pick<Props, 'href'>) {
  if (found.results.length === 0) {
    return (
      <EmptyState drawing="no-match" title={`No ${kind} matches “${text}”`}>
        <p>Try fewer words, another spelling, the ODS code or the postcode.</p>
      </EmptyState>
    );
  }
  const { total, exact, didYouMean, results } = found;
  return (
    <div className="mt-8">
      <Section
        id="results"
        title={`${exact ? '' : 'More than '}${total} ${total === 1 ? 'result' : 'results'} for “${didYouMean ?? text}”`}
        aside={results.length < total ? `The first ${results.length} are shown` : undefined}
      >
        {didYouMean && <p className="mb-4">{`Nothing matches “${text}” as it was typed.`}</p>}
        <OrganisationList organisations={results} href={href} />
      </Section>
    </div>
  );
}

/** The practices of a PCN to choose from, where a tool is about one practice. */
export function ChooseMember({ pcn, practices, why, href }: Members) {
  return (
    <Section
      id="members"
      title={`Choose a practice of ${pcn.name}`}
      aside={why === 'workspace' ? `${pcn.name} (${pcn.code}) is your workspace` : undefined}
    >
      {practices.length > 0 ? (
        <OrganisationList organisations={practices} href={href} />
      ) : (
        <p>The register names no practice of this {kindWords.pcn}.</p>
      )}
    </Section>
  );
}

type Members = {
  pcn: OrganisationRef;
  practices: readonly Organisation[];
  why: 'workspace' | 'address';
  href: (code: string) => string;
};
