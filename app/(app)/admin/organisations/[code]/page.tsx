import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { AdoptionTable } from '@/components/memberships/adoption-table';
import { PowersNotice } from '@/components/memberships/powers-notice';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { Section } from '@/components/ui/section';
import { findAdoption } from '@/lib/memberships/queries/find-ownerless';
import type { Adoption } from '@/lib/memberships/schema/ownerless-views';
import { takeNotices } from '@/lib/web/notice';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';

/** One organisation, for the platform team: who could become its first admin, and what waits. */
export default async function Organisation({ params }: { params: Promise<{ code: string }> }) {
  const code = (await params).code.toUpperCase();
  const here = `/admin/organisations/${code}/`;
  const viewer = await requireViewer(here);
  const powers = await requirePowers(viewer, 'platform', here);
  const adoption = await findAdoption(viewer, code);
  if (!adoption) notFound();
  const { name, kind, waiting } = adoption;
  return (
    <div data-ws={kind}>
      <Page
        title={`${name} (${code})`}
        lead={leadOf(adoption)}
        workspace="Platform team"
        breadcrumb={[{ href: '/admin/organisations/', text: 'Organisations without an admin' }]}
        banner={<NoticeBanners notices={await takeNotices(viewer)} />}
        notice={<PowersNotice powers={powers} />}
      >
        {adoption.admins === 0 && <Members adoption={adoption} />}
        <Section id="requests" title="Requests">
          <p>
            {waiting === 0 ? (
              'Nobody waits for a decision here.'
            ) : (
              <Link href={`/admin/requests/?org=${code}&waiting=all`} prefetch={false}>
                {waiting === 1 ? 'One person waits for a decision' : `${waiting} people wait for a decision`}
              </Link>
            )}
          </p>
        </Section>
      </Page>
    </div>
  );
}

function leadOf({ admins, closed, members }: Adoption): string {
  if (closed) return 'The register says that it is closed, so it needs no admin.';
  if (admins > 0)
    return admins === 1 ? 'It has an admin, who decides who joins.' : `It has ${admins} admins, who decide who joins.`;
  return members.length === 0
    ? 'Nobody belongs to it. Whoever asks first can be approved as its first admin.'
    : 'It has no admin. The platform team decides who joins until it has one.';
}

function Members({ adoption: { code, members, closed } }: { adoption: Adoption }) {
  if (members.length === 0) {
    return (
      <EmptyState drawing="nothing-yet" title="Nobody belongs to it">
        A first admin comes from among those who ask to join.
      </EmptyState>
    );
  }
  return (
    <Section id="members" title={members.length === 1 ? 'One member' : `${members.length} members`}>
      {!closed && (
        <div className="mb-5">
          <Notice tone="quiet">
            Somebody in the organisation must authorise a first admin: a partner first, then the Caldicott Guardian,
            then the ICB. It is kept with the decision.
          </Notice>
        </div>
      )}
      <AdoptionTable code={code} members={members} mayChoose={!closed} />
    </Section>
  );
}
