import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';

/** Somebody in the organisation on whose word the platform team acts, and how that was checked (R16). */
export function AuthoriserFields({ who }: { who: string }) {
  return (
    <>
      <Field name="name" label={who} autoComplete="off" />
      <Field
        name="position"
        label="Their position there"
        hint="For example, GP partner or Caldicott Guardian."
        autoComplete="off"
      />
      <TextArea
        name="checked"
        label="How you checked it"
        hint="For example, you called the number on the practice’s own website."
        rows={3}
      />
    </>
  );
}
