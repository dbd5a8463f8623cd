import { FormActions } from '@/components/layout/form-page';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Radios } from '@/components/ui/radios';
import { formatDate, formatMonth } from '@/lib/core/dates';
import type { FormAction } from '@/lib/core/form';
import type { CheckPerson, MemberCheck } from '@/lib/memberships/schema/checks';

/** One answer for each person: they stay, or they go. Nothing is filled in, so that nobody is confirmed unread. */
export function CheckForm({ action, check: { code, name, people, total }, open }: Props) {
  const more = total - people.length;
  return (
    <ActionForm
      action={action}
      hidden={{ code }}
      title="Check the members"
      workspace={`${name} (${code})`}
      className="grid gap-6"
    >
      <Notice tone={open.late ? 'amber' : 'why'}>
        {open.late
          ? 'Nobody answered in time, so those who were not confirmed have lapsed and the platform team asks about the last admin. You can still confirm here.'
          : `Whoever is not confirmed by ${formatDate(open.until)} loses access. They can ask to join again. The last admin stays.`}
      </Notice>
      {total > 0 && (
        <p className="text-s text-ink-soft">
          {total === 1 ? '1 person is' : `${total} people are`} to be confirmed. You can answer in parts: what you leave
          open waits. People who joined lately are not asked about. You are confirmed by answering.
        </p>
      )}
      {people.map(person => (
        <OnePerson key={person.id} person={person} />
      ))}
      {total === 0 && <p>You are the only one to be confirmed.</p>}
      <FormActions>
        <Button pending="Saving…">{total === 0 ? 'Confirm that I still work here' : 'Save the answers'}</Button>
        {more > 0 && <p className="text-s text-ink-soft">{more} more follow.</p>}
      </FormActions>
    </ActionForm>
  );
}

type Props = { action: FormAction; check: MemberCheck; open: NonNullable<MemberCheck['open']> };

function OnePerson({ person: { id, name, email, role, since, works, lastActive } }: { person: CheckPerson }) {
  const seen = lastActive ? `last here in ${formatMonth(lastActive)}` : 'not seen yet';
  return (
    <div className="border-t border-line pt-4">
      <Radios
        name={`person-${id}`}
        label={name}
        hint={
          <span className="wrap-anywhere">
            {email} · {role === 'admin' ? 'Admin' : 'Member'} since {formatDate(since)} ·{' '}
            {works ? seen : 'account disabled or closing'}
          </span>
        }
        options={[
          { value: 'stays', label: 'Still works here' },
          { value: 'gone', label: 'No longer: remove' },
        ]}
      />
    </div>
  );
}
