'use client';

import Link from 'next/link';
import { use } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormContext } from '@/components/ui/form-context';
import { Notice } from '@/components/ui/notice';
import { Radios } from '@/components/ui/radios';
import type { FormAction } from '@/lib/core/form';
import { ONLY_ME } from '@/lib/presets/rules';

/** Keeps the settings of a tool under a name: for oneself, or in a workspace. */
export function SaveForm({ action, about, back, places, values, hidden, moved }: Props) {
  return (
    <FormPage
      action={action}
      schema={() => import('@/lib/presets/schema').then(room => room.presetInput)}
      title="Save these settings"
      lead={about}
      breadcrumb={[
        { href: '/tools/', text: 'Tools' },
        { href: back.href, text: back.text },
      ]}
      before={moved && <Notice tone="amber">{moved}</Notice>}
      values={values}
      hidden={hidden}
    >
      <Field name="name" label="Name" maxLength={120} />
      <SameName />
      <Radios
        name="scope"
        label="Who can use it"
        options={[
          { value: ONLY_ME, label: 'Only me' },
          ...places.map(({ code, name, closed }) => ({
            value: code,
            label: `Everybody in ${name} (${code})`,
            hint: closed ? 'Closed and read only' : undefined,
            disabled: closed,
          })),
        ]}
      />
      <p className="text-s text-ink-soft">
        The settings are kept, not the figures: when newer data are loaded, it opens with them and says so.
      </p>
      <FormActions>
        <Button pending="Saving…">Save</Button>
        <Link href={back.href} prefetch={false}>
          Cancel
        </Link>
      </FormActions>
    </FormPage>
  );
}

/** Asked only when there is one of that name already. */
function SameName() {
  const form = use(FormContext);
  if (!form?.state.errors.sameName) return null;
  return (
    <Radios
      name="sameName"
      label="There is one of that name already"
      options={[
        { value: 'replace', label: 'Replace it' },
        { value: 'keep', label: 'Keep both' },
      ]}
    />
  );
}

type Props = {
  action: FormAction;
  /** What the settings are, in one sentence. */
  about: string;
  back: { href: string; text: string };
  places: readonly { code: string; name: string; closed: boolean }[];
  values: Record<string, string>;
  hidden: Record<string, string>;
  /** The workspace was switched since the form was opened: both choices are named. */
  moved: string | null;
};
