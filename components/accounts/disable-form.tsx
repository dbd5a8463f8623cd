'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Radios } from '@/components/ui/radios';
import type { FormAction } from '@/lib/core/form';

/** Keeps somebody out, with the reason that they read. */
export function DisableForm({ action, id, name, reasons, onlyAdminOf, values, banner }: Props) {
  return (
    <FormPage
      action={action}
      title={`Disable the account of ${name}`}
      hidden={{ id }}
      values={values}
      banner={banner}
      breadcrumb={[
        { href: '/admin/people/', text: 'People' },
        { href: `/admin/people/${id}/`, text: name },
      ]}
      before={
        <>
          <p>
            {name} is signed out everywhere and cannot sign in until the account is enabled again. Nothing is deleted.
            We send an email with the reason.
          </p>
          {onlyAdminOf.length > 0 && <WithoutAdmin name={name} places={onlyAdminOf} />}
        </>
      }
    >
      <Radios
        name="reason"
        label="Why?"
        options={Object.entries(reasons).map(([value, label]) => ({ value, label }))}
      />
      <FormActions>
        <Button look="danger" pending="Disabling…">
          Disable account
        </Button>
        <Link href={`/admin/people/${id}/`} prefetch={false}>
          Leave it as it is
        </Link>
      </FormActions>
    </FormPage>
  );
}

function WithoutAdmin({ name, places }: { name: string; places: Place[] }) {
  return (
    <Notice tone="amber" title={`${name} is the only admin of ${count(places.length)}`}>
      <ul className="list-disc pl-5">
        {places.map(({ code, name: place }) => (
          <li key={code}>
            {place} ({code})
          </li>
        ))}
      </ul>
      <p>
        Until the account is enabled again, or somebody else there is made an admin, the platform team decides their
        requests.
      </p>
    </Notice>
  );
}

const count = (places: number) => (places === 1 ? 'one organisation' : `${places} organisations`);

type Place = { code: string; name: string };

type Props = {
  action: FormAction;
  id: string;
  name: string;
  reasons: Record<string, string>;
  /** Nobody else there could decide. */
  onlyAdminOf: Place[];
  values?: Record<string, string>;
  banner?: ReactNode;
};
