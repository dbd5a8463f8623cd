import type { ReactNode } from 'react';
import { Section } from '@/components/ui/section';
import type { Tool } from '@/lib/tools/catalogue';
import type { Profile } from '@/lib/tools/rules/profile';
import { Ages } from './ages';
import { Comparison } from './comparison';
import { Headline } from './headline';
import { JumpLinks } from './jump-links';
import { Report } from './report';
import { SourceLine } from './source-line';
import { StatusNotice } from './status-notice';
import { Trend } from './trend';

/** A tool's figures in their order: source, headline, who is registered, how it compares, what to keep in mind. */
export function ToolFigures({ tool, profile, download, children, cautions }: Props) {
  const { organisation, period, vintage, measures, last } = profile;
  const jumps = [
    ['registered', 'Who is registered'],
    ...(children ? [['members', 'Its practices'] as const] : []),
    ['compares', 'How it compares'],
    ['care', 'Read with care'],
    ['report', 'Use in a report'],
  ] as const;
  return (
    <>
      <div className="mb-8 grid gap-6 pt-4">
        <SourceLine source={tool.source} period={period} vintage={vintage} />
        <StatusNotice organisation={organisation} tool={tool.slug} />
      </div>
      <Headline measures={measures} last={last} />
      <JumpLinks links={jumps} />
      <div className="mt-section">
        <Section id="registered" title="Who is registered">
          <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)] lg:[&>:nth-child(2)]:border-l lg:[&>:nth-child(2)]:border-line lg:[&>:nth-child(2)]:pl-8">
            <Trend profile={profile} download={download} />
            <Ages profile={profile} download={download} />
          </div>
        </Section>
      </div>
      {children}
      <div className="mt-section">
        <Comparison profile={profile} download={download} />
      </div>
      <Report profile={profile} cautions={cautions} />
    </>
  );
}

type Props = {
  tool: Tool;
  profile: Profile;
  /** Address of the CSV file. */
  download: string;
  /** What one tool has more than the other, before the comparison. */
  children?: ReactNode;
  cautions?: readonly string[];
};
