import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { TextArea } from '@/components/ui/text-area';
import { formatDate } from '@/lib/core/dates';
import type { FormAction } from '@/lib/core/form';
import type { OwnRequest } from '@/lib/memberships/schema/views';

/** What the person can say while their request waits: the answer to a question, more about themselves, or a reminder. */
export function RequestCorrespondence({ request, now, addMessage, nudge }: Props) {
  const { id, pausedAt, nudgeFrom, events } = request;
  const question = pausedAt && events.findLast(({ operation }) => operation === 'ask-for-more')?.message;
  return (
    <>
      <Section
        id="message"
        title={question ? 'A question for you' : 'Add a message'}
        tone={question ? 'amber' : 'light'}
      >
        {question && (
          <div className="pb-5">
            <Notice tone="amber">
              <p className="wrap-anywhere whitespace-pre-line">“{question}”</p>
            </Notice>
          </div>
        )}
        <ActionForm id="message" action={addMessage} hidden={{ id }}>
          <TextArea
            name="message"
            label={question ? 'Your answer' : 'Your message to whoever decides'}
            hint="Anything that shows you work there. Nothing about patients."
            rows={4}
          />
          <p>
            <Button look={question ? 'filled' : 'outlined'} pending="Sending…">
              {question ? 'Send your answer' : 'Add this message'}
            </Button>
          </p>
        </ActionForm>
      </Section>
      {!question && nudgeFrom && (
        <Section id="nudge" title="Remind them" tone="light">
          {now >= nudgeFrom ? (
            <ActionForm id="nudge" action={nudge} hidden={{ id }}>
              <p>We send one email to whoever decides. You can do this once in 3 working days.</p>
              <p>
                <Button look="outlined" pending="Sending…">
                  Send a reminder
                </Button>
              </p>
            </ActionForm>
          ) : (
            <p>You can have whoever decides reminded from {formatDate(nudgeFrom)}.</p>
          )}
        </Section>
      )}
    </>
  );
}

type Props = { request: OwnRequest; now: Date; addMessage: FormAction; nudge: FormAction };
