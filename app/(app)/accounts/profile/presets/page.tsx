import { Page } from '@/components/layout/page';
import { PresetList } from '@/components/presets/preset-list';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { listPresets } from '@/lib/presets/queries/find-presets';
import { findTool } from '@/lib/tools/catalogue';
import type { Parameters } from '@/lib/tools/rules/settings';
import { takeNotices } from '@/lib/web/notice';
import { requireViewer } from '@/lib/web/viewer';
import { restore } from './actions';

const HERE = '/accounts/profile/presets/';

/** All presets a person can open: their own, and those of their workspaces. */
export default async function Presets({ searchParams }: { searchParams: Promise<Parameters> }) {
  const viewer = await requireViewer(HERE);
  const { tool: slug, removed } = await searchParams;
  const tool = findTool(String(slug ?? ''));
  const presets = await listPresets(viewer);
  return (
    <Page
      title="Saved presets"
      lead="Settings of a tool under a name. They open with the newest data and say what changed since."
      breadcrumb={[{ href: '/accounts/profile/', text: 'Your account' }]}
      banner={
        typeof removed === 'string' ? (
          <Banner undo={<Undo id={removed} />}>The preset was deleted.</Banner>
        ) : (
          <NoticeBanners notices={await takeNotices(viewer)} />
        )
      }
    >
      <PresetList presets={tool ? presets.filter(preset => preset.tool === tool.slug) : presets} only={tool ?? null} />
    </Page>
  );
}

function Undo({ id }: { id: string }) {
  return (
    <form action={restore}>
      <input type="hidden" name="id" value={id} />
      <Button look="link" pending="Bringing it back…">
        Undo
      </Button>
    </form>
  );
}
