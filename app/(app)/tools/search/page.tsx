import { Page } from '@/components/layout/page';
import { SiteResults } from '@/components/tools/site-results';
import { SearchForm } from '@/components/ui/search-form';
import { searchOrganisations } from '@/lib/organisations/queries/search-organisations';
import { searchTools } from '@/lib/tools/catalogue';
import type { Parameters } from '@/lib/tools/rules/settings';
import { visitor } from '@/lib/web/viewer';

const SHOWN = 20;

/** The search of the whole site: tools, practices and PCNs. */
export default async function SiteSearch({ searchParams }: { searchParams: Promise<Parameters> }) {
  const { q } = await searchParams;
  const text = (typeof q === 'string' ? q : '').trim().slice(0, 100);
  await visitor(`/tools/search/?${new URLSearchParams({ q: text })}`);
  const [practices, pcns] = text
    ? await Promise.all([
        searchOrganisations({ text, kinds: ['practice'], limit: SHOWN }),
        searchOrganisations({ text, kinds: ['pcn'], limit: SHOWN }),
      ])
    : [null, null];
  return (
    <Page title="Search" breadcrumb={[{ href: '/tools/', text: 'Tools' }]}>
      <SearchForm
        action="/tools/search/"
        label="Find a practice, PCN or tool"
        hint="A name, an ODS code or a postcode"
        value={text}
      />
      {practices && pcns && <SiteResults text={text} tools={searchTools(text)} practices={practices} pcns={pcns} />}
    </Page>
  );
}
