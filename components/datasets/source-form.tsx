import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { FormAction } from '@/lib/core/form';

/** Where a dataset is published. */
export function SourceForm({ action, dataset, url, title }: Props) {
  return (
    <ActionForm
      action={action}
      hidden={{ dataset }}
      values={{ url }}
      title={title}
      workspace="Platform team"
      className="grid max-w-form gap-6"
    >
      <Field
        name="url"
        type="url"
        inputMode="url"
        label="Address of the file"
        hint="Publishers move their files from month to month. Empty the field to stop fetching this dataset."
        autoComplete="off"
        spellCheck={false}
      />
      <div>
        <Button pending="Saving…">Save address</Button>
      </div>
    </ActionForm>
  );
}

type Props = { action: FormAction; dataset: string; url: string; title: string };
