import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { JoinForm } from '@/components/memberships/join-form';
import { OrganisationFacts } from '@/components/organisations/facts';
import { Notice } from '@/components/ui/notice';
import { beforeAsking, findStandings } from '@/lib/memberships/queries/find-standings';
import { askAgainWords, ownEvidenceWords } from '@/lib/memberships/words';
import { findOrganisation, listPracticesOfPcn } from '@/lib/organisations/queries/find-organisation';
import { organisationCode } from '@/lib/organisations/schema';
import { statusWords } from '@/lib/organisations/words';
import { requireViewer } from '@/lib/web/viewer';
import { askToJoin } from '../requests/actions';
import { linkWords } from './words';

type Props = { kind: 'practice' | 'pcn'; params: Promise<{ code: string }> };

/** Is this the one? Then what one does there, and the request. Whoever has asked already is led to that request. */
export async function LinkCheckPage({ kind, params }: Props) {
  const code = organisationCode.safeParse((await params).code).data;
  const organisation = code ? await findOrganisation(code) : null;
  if (!code || organisation?.kind !== kind) notFound();
  const search = `/accounts/profile/link-${kind}/`;
  const viewer = await requireViewer(`${search}${code}/`);
  const [standing] = await findStandings(viewer, [code]);
  if (standing && taken.has(standing.standing)) redirect(`/accounts/profile/requests/${standing.id}/`);

  const [{ hasAdmin, evidence }, practices] = await Promise.all([
    beforeAsking(viewer, code),
    kind === 'pcn' ? listPracticesOfPcn(code) : [],
  ]);
  const title = `Join ${organisation.name} (${code})`;
  const breadcrumb = [
    { href: '/accounts/profile/', text: 'Your account' },
    { href: search, text: linkWords[kind].title },
  ];
  const facts = (
    <OrganisationFacts organisation={organisation} practices={practices} decides={decides(kind, hasAdmin)} />
  );
  const cancel = (
    <Link href={search} prefetch={false}>
      Choose another
    </Link>
  );
  const waits = standing && (!standing.mayAskAgain || (standing.askAgainFrom && viewer.now < standing.askAgainFrom));
  if (!organisation.linkable || waits) {
    const why = waits
      ? `You were turned down here. ${askAgainWords(standing.askAgainFrom, viewer.now, standing.mayAskAgain)}`
      : `Nobody can join it: ${statusWords(organisation)}.`;
    return (
      <Page title={title} breadcrumb={breadcrumb} narrow>
        {facts}
        <div className="mt-6 grid gap-4">
          <Notice tone="amber">{why}</Notice>
          <p>{cancel}</p>
        </div>
      </Page>
    );
  }
  return (
    <div data-ws={kind}>
      <JoinForm
        action={askToJoin}
        code={code}
        title={title}
        breadcrumb={breadcrumb}
        before={facts}
        evidence={evidence ? ownEvidenceWords(evidence) : ''}
        cancel={cancel}
      />
    </div>
  );
}

const taken: ReadonlySet<string> = new Set(['pending', 'invited', 'member', 'admin']);

function decides(kind: 'practice' | 'pcn', hasAdmin: boolean): string {
  const here = kind === 'pcn' ? 'PCN' : 'practice';
  return hasAdmin ? `An admin of this ${here}` : `The platform team, because this ${here} has no admin yet`;
}
