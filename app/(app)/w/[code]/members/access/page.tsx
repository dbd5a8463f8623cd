import { notFound } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { AccessReceipt } from '@/components/memberships/access-receipt';
import { findAccess } from '@/lib/memberships/queries/find-access';
import { londonDay } from '@/lib/memberships/rules/working-days';
import { earlierDay } from '@/lib/memberships/schema/access';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ on?: string | string[] }> };

/** Who has access to this organisation and who decided it: a page to be printed and handed to an auditor. */
export default async function Access({ params, searchParams }: Props) {
  const code = (await params).code.toUpperCase();
  const here = `/w/${code}/members/access/`;
  const viewer = await requireViewer(here);
  await requirePowers(viewer, { code }, here);
  const today = londonDay(viewer.now);
  const day = earlierDay((await searchParams).on, today);
  const receipt = await findAccess(viewer, code, day);
  if (!receipt) notFound();
  const { name, kind } = receipt;
  return (
    <div data-ws={kind}>
      <Page
        title="Who has access"
        lead={`Who belongs to ${name} (${code}), and who decided it.`}
        workspace={`${name} (${code})`}
        breadcrumb={[
          { href: `/w/${code}/`, text: name },
          { href: `/w/${code}/members/`, text: 'Members' },
        ]}
      >
        <AccessReceipt receipt={receipt} by={viewer.name} made={viewer.now} today={today} here={here} />
      </Page>
    </div>
  );
}
