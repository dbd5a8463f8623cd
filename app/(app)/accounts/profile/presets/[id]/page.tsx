import { notFound } from 'next/navigation';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { findPreset } from '@/lib/presets/queries/find-presets';
import { requireViewer } from '@/lib/web/viewer';
import { remove, rename } from '../actions';

/** One preset to be renamed or deleted by those who may; to everybody else it does not exist. */
export default async function EditPreset({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await requireViewer(`/accounts/profile/presets/${id}/`);
  const preset = await findPreset(viewer, id);
  if (!preset?.mayEdit) notFound();
  return (
    <FormPage
      action={rename}
      title="Rename a preset"
      lead={preset.name}
      breadcrumb={[
        { href: '/accounts/profile/', text: 'Your account' },
        { href: '/accounts/profile/presets/', text: 'Saved presets' },
      ]}
      values={{ name: preset.name }}
      hidden={{ id }}
      after={
        <form action={remove} className="border-t border-line pt-6">
          <input type="hidden" name="id" value={id} />
          <p className="mb-3 text-ink-soft">
            {preset.workspace
              ? `Deleting it takes it away from everybody in ${preset.workspace.name}. You can bring it back on the next page.`
              : 'You can bring it back on the next page.'}
          </p>
          <Button look="danger-link" pending="Deleting…">
            Delete this preset
          </Button>
        </form>
      }
    >
      <Field name="name" label="Name" maxLength={120} />
      <FormActions>
        <Button pending="Saving…">Save the name</Button>
      </FormActions>
    </FormPage>
  );
}
