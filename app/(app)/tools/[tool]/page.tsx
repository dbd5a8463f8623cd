import type { ReactNode } from 'react';
import { ChooseMember, ChooseOrganisation } from '@/components/tools/choose-organisation';
import { NoFigures } from '@/components/tools/no-figures';
import { StatusNotice } from '@/components/tools/status-notice';
import { ToolPage } from '@/components/tools/tool-page';
import { WhyNotice } from '@/components/tools/why-notice';
import { Notice } from '@/components/ui/notice';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { toolAddress } from '@/lib/tools/rules/settings-of';
import { takeNotices } from '@/lib/web/notice';
import { type ToolPage as Read, readToolPage } from '@/lib/web/tool-page';
import { Figures } from './figures';

type Props = {
  params: Promise<{ tool: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A tool at its address: the organisation in it wins, else the workspace fills one in. */
export default async function ToolDoor({ params, searchParams }: Props) {
  const read = await readToolPage((await params).tool, await searchParams);
  const { tool, opened, wrong, viewer } = read;
  return (
    <ToolPage
      tool={tool}
      subject={subjectOf(read)}
      wrong={wrong}
      banner={<NoticeBanners notices={await takeNotices(viewer)} />}
      notice={whyOf(read)}
    >
      {opened.state === 'figures' ? <Figures read={read} opened={opened} /> : <Otherwise read={read} />}
    </ToolPage>
  );
}

/** Nothing to show yet: what is missing, and the way on. */
function Otherwise({ read: { tool, opened, settings, kept } }: { read: Read }): ReactNode {
  const href = (code: string) => toolAddress(tool.slug, { ...settings, org: code }, kept);
  switch (opened.state) {
    case 'search':
      return <ChooseOrganisation tool={tool} href={href} {...opened} />;
    case 'members':
      return <ChooseMember href={href} {...opened} />;
    case 'no-pcn':
      return (
        <>
          <div className="mb-6">
            <Notice tone="amber">{`${opened.practice.name} (${opened.practice.code}) does not belong to a PCN.`}</Notice>
          </div>
          <ChooseOrganisation tool={tool} href={href} text="" found={null} unknown={null} />
        </>
      );
    case 'blank':
      return (
        <>
          <StatusNotice organisation={opened.blank.organisation} tool={tool.slug} />
          <NoFigures blank={opened.blank} tool={tool.slug} />
        </>
      );
    default:
      return null;
  }
}

function subjectOf({ opened }: Read): string | undefined {
  if (opened.state === 'figures') return opened.profile.organisation.name;
  return opened.state === 'blank' ? opened.blank.organisation.name : undefined;
}

function whyOf({ tool, opened, place }: Read): ReactNode {
  if (opened.state !== 'figures' && opened.state !== 'blank') return null;
  const shown = opened.state === 'figures' ? opened.profile.organisation : opened.blank.organisation;
  const link = place.by === 'link' ? { opened: place.workspace, own: place.own } : null;
  return <WhyNotice shown={shown} why={opened.why} change={`/tools/${tool.slug}/?change=1`} link={link} />;
}
