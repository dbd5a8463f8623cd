import type { ReactNode } from 'react';
import { documentTitle } from '@/lib/core/site';
import { Breadcrumb, type Crumb } from './breadcrumb';

/**
 * One page inside the shell: way up, result of the last act, heading, content, and beside it what belongs to it.
 * It writes the document's title. A page whose title belongs to its form is a FormPage.
 */
export function Page({
  title,
  lead,
  workspace,
  breadcrumb,
  banner,
  notice,
  aside,
  titled = true,
  narrow,
  children,
}: Props) {
  return (
    <>
      {titled && <title>{documentTitle(title, workspace)}</title>}
      {breadcrumb && <Breadcrumb crumbs={breadcrumb} />}
      {banner}
      <PageHeading title={title} lead={lead} notice={notice} />
      {aside ? (
        <div className="grid items-start gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_17rem]">
          <div className="min-w-0">{children}</div>
          <div className="min-w-0">{aside}</div>
        </div>
      ) : (
        <div className={narrow ? 'max-w-[44rem]' : ''}>{children}</div>
      )}
    </>
  );
}

/** The heading of a page: what it is, in one line what it is for, and beside it why it shows what it shows. */
export function PageHeading({ title, lead, notice }: { title: ReactNode; lead?: ReactNode; notice?: ReactNode }) {
  return (
    <div className="mb-7 grid items-start gap-x-12 gap-y-5 sm:mb-8 lg:has-[>:nth-child(2)]:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
      <div className="grid gap-3">
        <h1>{title}</h1>
        {lead && <p className="max-w-lead text-l leading-[1.45] tracking-normal text-ink-soft">{lead}</p>}
      </div>
      {notice}
    </div>
  );
}

type Props = {
  title: string;
  lead?: ReactNode;
  /** Named in the document's title, when the page belongs to one. */
  workspace?: string | null;
  breadcrumb?: readonly Crumb[];
  /** A Banner: the result of the act that led here. */
  banner?: ReactNode;
  /** A Notice that explains the page as a whole. */
  notice?: ReactNode;
  aside?: ReactNode;
  /** false when an ActionForm on the page writes the title. */
  titled?: boolean;
  /** A page to be read. */
  narrow?: boolean;
  children: ReactNode;
};
