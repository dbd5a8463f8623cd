import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { TextArea } from '@/components/ui/text-area';
import { formatDateTime } from '@/lib/core/dates';
import type { FormAction } from '@/lib/core/form';
import type { InternalNote, QueueItem } from '@/lib/memberships/schema/queue-views';
import { assigneeWords } from '@/lib/memberships/words/queue';

/** Who of the team is at it. It tells colleagues and stops nobody. */
export function LookedAfter({ item, take, giveBack }: { item: QueueItem; take: FormAction; giveBack: FormAction }) {
  const { id, assigned, assignee, assignedAt } = item;
  const since = assignedAt && assigned !== 'nobody' ? `, since ${formatDateTime(assignedAt)}` : '';
  return (
    <Section id="care" title="Who looks after it">
      <p>
        {assigneeWords(assigned, assignee)}
        {since}.
      </p>
      <p className="mb-3 text-s text-ink-soft">This tells your colleagues. Everybody in the team can still decide.</p>
      <ActionForm id="care" action={assigned === 'me' ? giveBack : take} hidden={{ id }}>
        <div>
          <Button look="outlined" size="small" pending="Saving…">
            {assigned === 'me' ? 'Give it back' : assigned === 'others' ? 'Take it over' : 'Take it'}
          </Button>
        </div>
      </ActionForm>
    </Section>
  );
}

/** What the team notes for itself, with the way to add to it. */
export function InternalNotes({ id, requestId, notes, add, remove }: Notes) {
  return (
    <Section id="notes" title="Internal notes">
      <p className="mb-4 max-w-lead text-s text-ink-soft">
        Only the platform team reads these, never the person or the organisation. They are erased with the person’s
        account. That you wrote one stands in the activity. Write nothing about patients.
      </p>
      {notes.length > 0 && (
        <ol className="mb-6">
          {notes.map(note => (
            <li key={note.id} className="grid gap-0.5 border-b border-line py-3">
              <p className="wrap-anywhere whitespace-pre-line">{note.text}</p>
              <div className="flex flex-wrap items-baseline gap-x-5 text-s text-ink-soft">
                <p>
                  {note.own ? 'You' : (note.by ?? 'A former colleague')}, {formatDateTime(note.at)}
                </p>
                {note.own && (
                  <ActionForm id={`note-${note.id}`} action={remove} hidden={{ id, note: note.id }}>
                    <Button look="link" pending="Removing…" describe={`your note of ${formatDateTime(note.at)}`}>
                      Remove
                    </Button>
                  </ActionForm>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
      <ActionForm id="note" action={add} hidden={{ id, requestId }} className="grid max-w-form gap-4">
        <TextArea name="text" label="Add a note" rows={3} />
        <div>
          <Button look="outlined" size="small" pending="Saving…">
            Save the note
          </Button>
        </div>
      </ActionForm>
    </Section>
  );
}

type Notes = { id: string; requestId: string; notes: readonly InternalNote[]; add: FormAction; remove: FormAction };
