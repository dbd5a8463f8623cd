import { notFound } from 'next/navigation';
import { DatasetsTable } from '@/components/datasets/datasets-table';
import { ImportsTable } from '@/components/datasets/imports-table';
import { UploadForm } from '@/components/datasets/upload-form';
import { WeeklyForm } from '@/components/datasets/weekly-form';
import { Page } from '@/components/layout/page';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { Section } from '@/components/ui/section';
import { isWeekly, listDatasets, listImports } from '@/lib/datasets/queries/administration';
import { takeNotices } from '@/lib/web/notice';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';
import { fetchNow, saveWeekly } from './actions';

/** The public data this installation holds, for the platform team; to everybody else the page does not exist. */
export default async function Datasets() {
  const viewer = await requireViewer('/admin/datasets/');
  await requirePowers(viewer, 'platform', '/admin/datasets/');
  const datasets = await listDatasets(viewer);
  if (!datasets) notFound();
  const [imports, weekly] = await Promise.all([listImports(viewer), isWeekly()]);
  const waiting = imports.filter(each => each.state === 'to-confirm');
  const others = imports.filter(each => each.state !== 'to-confirm');
  return (
    <Page
      title="Data"
      lead="The published files that the register and the figures come from."
      workspace="Platform team"
      banner={<NoticeBanners notices={await takeNotices(viewer)} />}
    >
      {waiting.length > 0 && (
        <Section id="waiting" title="Waiting for you" tone="amber">
          <ImportsTable imports={waiting} caption="Files that need your confirmation" now={viewer.now} />
        </Section>
      )}
      <Section id="held" title="What is loaded">
        <DatasetsTable datasets={datasets} fetchNow={fetchNow} />
      </Section>
      <Section id="upload" title="Import a file">
        <UploadForm />
      </Section>
      <Section id="weekly" title="Weekly fetching">
        <WeeklyForm action={saveWeekly} on={weekly} sources={datasets.filter(each => each.url !== null).length} />
      </Section>
      {others.length > 0 && (
        <Section id="imports" title="Recent imports">
          <ImportsTable imports={others} caption="Recent imports" now={viewer.now} />
        </Section>
      )}
    </Page>
  );
}
