import type { ReactNode } from 'react';
import type { FormAction } from '@/lib/core/form';

/** What the forms about one waiting request are given by the organisation's page and by the platform team's. */
export type RequestFormProps = {
  action: FormAction;
  id: string;
  name: string;
  lead: ReactNode;
  breadcrumb: { href: string; text: string }[];
  before?: ReactNode;
  cancel: ReactNode;
  hidden?: Record<string, string>;
};
