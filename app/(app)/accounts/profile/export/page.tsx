import { ExportForm } from '@/components/accounts/export-form';
import { ExportStatus } from '@/components/accounts/export-status';
import { Banner } from '@/components/ui/banner';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { findOwnExport } from '@/lib/accounts/queries/exports';
import { noticesFor } from '@/lib/web/resume';
import { requireFresh } from '@/lib/web/viewer';
import { askExport } from './actions';

type Asked = { searchParams: Promise<{ again?: string }> };

export default async function Export({ searchParams }: Asked) {
  const here = '/accounts/profile/export/';
  const viewer = await requireFresh(here);
  const made = await findOwnExport(viewer);
  const again = Boolean((await searchParams).again) && made?.state !== 'making';
  if (!made || made.state === 'failed' || again) {
    return (
      <ExportForm
        action={askExport}
        banner={
          made?.state === 'failed' ? (
            <Banner tone="important">
              The last file could not be made. Nothing was lost. Try again; if it stays, quote {made.id.slice(0, 8)}.
            </Banner>
          ) : (
            <NoticeBanners notices={await noticesFor(viewer, here)} />
          )
        }
      />
    );
  }
  return <ExportStatus {...made} now={viewer.now} />;
}
