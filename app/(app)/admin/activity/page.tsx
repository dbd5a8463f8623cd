import { notFound } from 'next/navigation';
import { ActivityList } from '@/components/audit/activity-list';
import { Page } from '@/components/layout/page';
import { listActivity } from '@/lib/audit/queries/list-activity';
import { platformPlaceOf } from '@/lib/audit/rules/places';
import { activityFilters } from '@/lib/audit/schema';
import { filterHref } from '@/lib/core/filters';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const base = '/admin/activity/';

/** What has happened on this installation, for the platform team; to everybody else the page does not exist. */
export default async function PlatformActivity({ searchParams }: Props) {
  const filters = activityFilters.parse(await searchParams);
  const here = filterHref(base, filters);
  const viewer = await requireViewer(here);
  await requirePowers(viewer, 'platform', here);
  const activity = await listActivity(viewer, 'platform', filters);
  if (!activity) notFound();
  return (
    <Page
      title="Activity of the platform"
      lead="Who did what on this installation, newest first. Entries cannot be changed or deleted."
      workspace="Platform team"
    >
      <ActivityList
        base={base}
        activity={activity}
        filters={filters}
        readers="platform"
        linkOf={({ action, subject, who, about }) => platformPlaceOf(action, subject, (about ?? who).id)}
      />
      <p className="pt-6 text-s text-ink-soft">
        What people keep in presets is not part of it. A file holds at most 50,000 entries: narrow the days to get older
        ones.
      </p>
    </Page>
  );
}
