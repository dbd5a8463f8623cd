import { FormActions } from '@/components/layout/form-page';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import { formatDate } from '@/lib/core/dates';
import type { FormAction } from '@/lib/core/form';
import type { PracticePcn } from '@/lib/memberships/schema/pcn';
import { pcnConsequences } from '@/lib/memberships/words/pcn';

/** Whether the PCN's admins decide, what that would let them do and what not, and the one button that changes it. */
export function PcnDecidingForm({ action, practice, pcn }: Props) {
  const { may, mayNot } = pcnConsequences(pcn.name);
  const on = pcn.since !== null;
  return (
    <ActionForm
      action={action}
      hidden={{ code: practice.code, pcn: pcn.code, decides: on ? 'off' : 'on' }}
      title="Your PCN"
      workspace={`${practice.name} (${practice.code})`}
      className="grid gap-6"
    >
      <div className="grid gap-2">
        <h2 className="text-xl">Who decides requests to join {practice.name}</h2>
        <p>
          {pcn.since ? (
            <>
              <Tag look="active">On</Tag> Your admins, and since {formatDate(pcn.since)} the admins of {pcn.name} too.
            </>
          ) : (
            <>
              <Tag look="off">Off</Tag> Your admins alone. The PCN can do nothing in the practice.
            </>
          )}
        </p>
        <p className="text-s text-ink-soft">{countWords(pcn.admins)}</p>
      </div>
      <Points title={on ? 'Admins of the PCN can' : 'If you let them, admins of the PCN can'} points={may} />
      <Points title={on ? 'They cannot' : 'They could not'} points={mayNot} />
      <FormActions>
        <Button look={on ? 'outlined' : undefined} pending="Saving…">
          {on ? `No longer let admins of ${pcn.name} decide` : `Let admins of ${pcn.name} decide`}
        </Button>
      </FormActions>
    </ActionForm>
  );
}

type Props = {
  action: FormAction;
  practice: { code: string; name: string };
  pcn: NonNullable<PracticePcn['pcn']>;
};

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <section className="grid gap-2">
      <h3 className="text-m font-semibold">{title}</h3>
      <ul className="grid list-disc gap-1 pl-5">
        {points.map(point => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}

function countWords(admins: number): string {
  if (admins === 0) return 'The PCN has no admin here yet, so nobody there could decide now.';
  return admins === 1 ? 'The PCN has 1 admin here.' : `The PCN has ${admins} admins here.`;
}
