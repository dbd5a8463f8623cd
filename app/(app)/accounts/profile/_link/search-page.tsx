import Link from 'next/link';
import { z } from 'zod';
import { Page } from '@/components/layout/page';
import { LinkSteps } from '@/components/memberships/link-steps';
import { resultNotes } from '@/components/memberships/result-notes';
import { OrganisationSearch } from '@/components/organisations/organisation-search';
import { SearchAnswer } from '@/components/organisations/search-answer';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { listMemberships } from '@/lib/memberships/queries/list-memberships';
import { searchOrganisations } from '@/lib/organisations/queries/search-organisations';
import { takeNotices } from '@/lib/web/notice';
import { requireViewer } from '@/lib/web/viewer';
import { linkWords } from './words';

const PER_PAGE = 25;
const asked = z.object({
  q: z.string().trim().max(200).catch(''),
  page: z.coerce.number().int().min(1).max(40).catch(1),
});

type Props = { kind: 'practice' | 'pcn'; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Finding the practice or PCN to be linked to: a search form, its results, and where the viewer stands with each. */
export async function LinkSearchPage({ kind, searchParams }: Props) {
  const { q, page } = asked.parse(await searchParams);
  const words = linkWords[kind];
  const here = `/accounts/profile/link-${kind}/`;
  const viewer = await requireViewer(q ? `${here}?q=${encodeURIComponent(q)}` : here);
  const memberships = await listMemberships(viewer);
  const found = q
    ? await searchOrganisations({ text: q, kinds: [kind], limit: PER_PAGE, offset: (page - 1) * PER_PAGE })
    : null;
  const notes = resultNotes(memberships, viewer.now);
  return (
    <Page
      title={q ? `${words.title}: ${q}` : words.title}
      lead={words.lead}
      breadcrumb={[{ href: '/accounts/profile/', text: 'Your account' }]}
      banner={<NoticeBanners notices={await takeNotices(viewer)} />}
      aside={<LinkSteps kind={kind} />}
    >
      <OrganisationSearch
        action={here}
        kind={kind}
        label={words.label}
        hint={words.hint}
        value={q}
        target={`${here}{code}/`}
        notes={notes}
      />
      {found && (
        <SearchAnswer
          found={found}
          typed={q}
          noun={words.noun}
          page={page}
          perPage={PER_PAGE}
          hrefOf={code => `${here}${code}/`}
          pageHref={number => `${here}?${new URLSearchParams({ q, page: String(number) })}`}
          notes={notes}
        />
      )}
      <p className="mt-6 text-s text-ink-soft">
        {words.missing} <Link href="/help/">Ask for help</Link>. {words.instead}{' '}
        <Link href={words.otherHref}>{words.other}</Link>.
      </p>
    </Page>
  );
}
