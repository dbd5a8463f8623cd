import type { ReactNode } from 'react';
import { Page } from '@/components/layout/page';
import { Notice } from '@/components/ui/notice';
import type { Tool } from '@/lib/tools/catalogue';
import type { WrongSetting } from '@/lib/tools/schema';

/** What every tool has around its figures: name and purpose, why it shows what it shows, what could not be used. */
export function ToolPage({ tool, subject, wrong = [], banner, notice, children }: Props) {
  return (
    <div data-ws={tool.about}>
      <Page
        title={tool.name}
        lead={tool.line}
        workspace={subject}
        breadcrumb={[{ href: '/tools/', text: 'Tools' }]}
        banner={banner}
        notice={notice}
      >
        {wrong.length > 0 && (
          <div className="mb-6">
            <Notice
              tone="amber"
              title={`Part of ${wrong.every(({ name }) => name === 'preset') ? 'this preset' : 'the address'} could not be used`}
            >
              <ul>
                {wrong.map(({ name, message }) => (
                  <li key={name}>{message}</li>
                ))}
              </ul>
            </Notice>
          </div>
        )}
        {children}
      </Page>
    </div>
  );
}

type Props = {
  tool: Tool;
  /** The organisation, for the document's title. */
  subject?: string;
  wrong?: readonly WrongSetting[];
  banner?: ReactNode;
  notice?: ReactNode;
  children: ReactNode;
};
