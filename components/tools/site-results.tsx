import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import type { OrganisationSearch } from '@/lib/organisations/schema';
import type { Tool } from '@/lib/tools/catalogue';
import { OrganisationList } from './organisation-list';

/** What the search of the site found, by kind; each result leads straight to its figures. */
export function SiteResults({ text, tools, practices, pcns }: Props) {
  if (tools.length + practices.results.length + pcns.results.length === 0) {
    return (
      <div className="mt-8">
        <EmptyState
          drawing="no-match"
          title={`Nothing matches “${text}”`}
          action={<Link href="/tools/">See all tools</Link>}
        >
          <p>Try a practice or PCN name, an ODS code like A81001, or a postcode.</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="mt-8">
      {tools.length > 0 && (
        <Section id="tools" title="Tools" aside={counted(tools.length)}>
          <ul>
            {tools.map(tool => (
              <li key={tool.slug} className="border-b border-line py-3">
                <Link prefetch={false} href={`/tools/${tool.slug}/`} className="py-0.5 font-semibold">
                  {tool.name}
                </Link>
                <p className="text-s text-ink-soft">{tool.line}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Organisations id="practices" title="Practices" found={practices} tool="practice-overview" text={text} />
      <Organisations id="pcns" title="Primary care networks (PCNs)" found={pcns} tool="pcn-list-sizes" text={text} />
    </div>
  );
}

type Props = { text: string; tools: readonly Tool[]; practices: OrganisationSearch; pcns: OrganisationSearch };

function Organisations({ id, title, found, tool, text }: Part) {
  const { results, total, exact, didYouMean } = found;
  if (results.length === 0) return null;
  return (
    <Section id={id} title={title} aside={counted(total, exact, results.length)}>
      {didYouMean && <p className="mb-3">{`Nothing matches “${text}” as it was typed. Shown for “${didYouMean}”.`}</p>}
      <OrganisationList organisations={results} href={code => `/tools/${tool}/?org=${code}`} />
      {total > results.length && (
        <p className="mt-4">
          <Link prefetch={false} href={`/tools/${tool}/?org=${encodeURIComponent(text)}`}>
            More of these results
          </Link>
        </p>
      )}
    </Section>
  );
}

type Part = { id: string; title: string; found: OrganisationSearch; tool: Tool['slug']; text: string };

function counted(total: number, exact = true, shown = total): string {
  const all = `${exact ? '' : 'more than '}${total} ${total === 1 ? 'result' : 'results'}`;
  return shown < total ? `The first ${shown} of ${all}` : all;
}
