import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/lib/core/form';
import { Breadcrumb, type Crumb } from './breadcrumb';
import { PageHeading } from './page';

/** A page that is one form, in one narrow column: summary of errors, heading, fields, button. */
export function FormPage({ action, title, lead, breadcrumb, banner, before, after, ...form }: Props) {
  return (
    <div className="mx-auto w-full max-w-form sm:pt-4">
      {breadcrumb && <Breadcrumb crumbs={breadcrumb} />}
      {banner}
      <ActionForm
        action={action}
        title={title}
        intro={
          <>
            <PageHeading title={title} lead={lead} />
            {before && <div className="mb-6 grid gap-4">{before}</div>}
          </>
        }
        {...form}
      />
      {after && <div className="mt-8 grid gap-4">{after}</div>}
    </div>
  );
}

/** The last line of a form: its one button, and the quiet ways out beside it. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-6 gap-y-3 pt-1">{children}</div>;
}

type Props = {
  action: FormAction;
  title: string;
  lead?: ReactNode;
  workspace?: string;
  breadcrumb?: readonly Crumb[];
  banner?: ReactNode;
  before?: ReactNode;
  after?: ReactNode;
  values?: Record<string, string>;
  hidden?: Record<string, string>;
  forget?: readonly string[];
  schema?: Parameters<typeof ActionForm>[0]['schema'];
  children: ReactNode;
};
