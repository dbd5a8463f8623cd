import { notFound } from 'next/navigation';
import { ActivityList } from '@/components/audit/activity-list';
import { Page } from '@/components/layout/page';
import { PowersNotice } from '@/components/memberships/powers-notice';
import { listActivity } from '@/lib/audit/queries/list-activity';
import { placeOf } from '@/lib/audit/rules/places';
import { activityFilters } from '@/lib/audit/schema';
import { filterHref } from '@/lib/core/filters';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';
import { findWorkspace } from '@/lib/workspaces/queries';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What has happened in this organisation; to everybody but its administrators the page does not exist. */
export default async function Activity({ params, searchParams }: Props) {
  const code = (await params).code.toUpperCase();
  const base = `/w/${code}/activity/`;
  const filters = { ...activityFilters.parse(await searchParams), org: '' };
  const here = filterHref(base, filters);
  const viewer = await requireViewer(here);
  const powers = await requirePowers(viewer, { code }, here);
  const [workspace, activity] = await Promise.all([
    findWorkspace(viewer, code),
    listActivity(viewer, { code }, filters),
  ]);
  if (!workspace || !activity) notFound();
  const { name, kind } = workspace;
  return (
    <div data-ws={kind}>
      <Page
        title="Activity"
        lead={`Who did what in ${name} (${code}), newest first. Entries cannot be changed or deleted.`}
        workspace={`${name} (${code})`}
        breadcrumb={[
          { href: '/accounts/profile/', text: 'Your account' },
          { href: `/w/${code}/`, text: name },
        ]}
        notice={<PowersNotice powers={powers} />}
      >
        <ActivityList
          base={base}
          activity={activity}
          filters={filters}
          readers="organisation"
          linkOf={({ action }) => placeOf(action, code)}
        />
        <p className="pt-6 text-s text-ink-soft">
          Only admins of {name} and the platform team read this. It does not say when colleagues worked, or what they
          looked at. A file holds at most 50,000 entries: narrow the days to get older ones.
        </p>
      </Page>
    </div>
  );
}
