import { Button } from './button';
import { Field } from './field';
import { Select } from './select';

type Props = {
  action: string;
  text: { label: string; value: string };
  select: { name: string; label: string; value: string; words: Record<string, string> };
};

/** What to look for in a list, and of what sort, as a plain GET form: the address holds it all (S10). */
export function NarrowForm({ action, text, select: { words, ...select } }: Props) {
  return (
    <form
      action={action}
      method="get"
      className="mb-6 grid items-end gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]"
    >
      <Field small name="q" type="search" autoComplete="off" {...text} />
      <Select small {...select} options={Object.entries(words).map(([value, label]) => ({ value, label }))} />
      <Button look="outlined">Apply</Button>
    </form>
  );
}
