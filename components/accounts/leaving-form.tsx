'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Radios } from '@/components/ui/radios';
import { Section } from '@/components/ui/section';
import type { FormAction } from '@/lib/core/form';

/** The first of two pages: what it means, what could be done instead, and who takes over where nobody else is. */
export function LeavingForm({ action, facts, onlyAdminOf, values, banner }: Props) {
  return (
    <FormPage
      action={action}
      title="Delete your account"
      banner={banner}
      values={values}
      breadcrumb={[{ href: '/accounts/profile/', text: 'Your account' }]}
      before={
        <>
          <p>
            Nothing is deleted on this page. You may want to{' '}
            <Link href="/accounts/profile/export/" prefetch={false}>
              download your data
            </Link>{' '}
            first, or only{' '}
            <Link href="/accounts/profile/#organisations" prefetch={false}>
              leave an organisation
            </Link>
            .
          </p>
          <div className="mt-4">{facts}</div>
        </>
      }
    >
      {onlyAdminOf.length > 0 && (
        <Section id="hand-over" title="You are the only admin" tone="amber">
          <div className="grid gap-8">
            {onlyAdminOf.map(({ code, name, members }) => (
              <Radios
                key={code}
                name={`admin-${code}`}
                label={`Who decides for ${name} (${code}) after you?`}
                options={[
                  ...members.map(member => ({ value: member.membershipId, label: `${member.name} becomes admin` })),
                  {
                    value: 'platform',
                    label: 'Nobody there: leave it to the platform team',
                    hint: 'New requests wait for the platform team until there is an admin again.',
                  },
                ]}
              />
            ))}
          </div>
        </Section>
      )}
      <FormActions>
        <Link href="/accounts/profile/" prefetch={false}>
          Keep my account
        </Link>
        <Button look="leave" pending="Going on…">
          Continue
        </Button>
      </FormActions>
    </FormPage>
  );
}

type Props = {
  action: FormAction;
  facts: ReactNode;
  onlyAdminOf: { code: string; name: string; members: { membershipId: string; name: string }[] }[];
  values?: Record<string, string>;
  banner?: ReactNode;
};
