import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import { formatDate, formatDateTime } from '@/lib/core/dates';
import type { AccessLine, AccessReceipt as Receipt } from '@/lib/memberships/schema/access';
import { standingWords } from '@/lib/memberships/words';
import { accessFacts, madeFrom } from '@/lib/memberships/words/access';

/** The receipt: of whom and when, each person with what was recorded, and what it was made from. Prints as it stands. */
export function AccessReceipt({ receipt, by, made, today, here }: Props) {
  const { code, name, day, lines, at } = receipt;
  const download = (format: string) => `${here}export/?format=${format}${day ? `&on=${day}` : ''}`;
  return (
    <>
      <div className="no-print mb-8 flex flex-wrap items-end justify-between gap-x-10 gap-y-5">
        <form action={here} method="get" className="flex flex-wrap items-end gap-4">
          <Field small name="on" label="At the end of an earlier day" type="date" value={day ?? ''} max={today} />
          <Button look="outlined">Show</Button>
          {day && (
            <Link href={here} prefetch={false} className="py-2">
              Show today
            </Link>
          )}
        </form>
        <p className="flex flex-wrap gap-x-5 gap-y-1 py-2">
          <a href={download('csv')}>Download as CSV</a>
          <a href={download('json')}>Download as JSON</a>
        </p>
      </div>
      <dl className="mb-8 grid gap-x-6 gap-y-1 sm:grid-cols-[11rem_minmax(0,1fr)]">
        <Fact label="Organisation" text={`${name} (${code})`} />
        <Fact
          label="As it was"
          text={day ? `at the end of ${formatDate(new Date(at.getTime() - 1))}` : formatDateTime(at)}
        />
        <Fact label="Made" text={`${formatDateTime(made)}, by ${by}`} />
        <Fact label="People" text={countWords(lines)} />
      </dl>
      {lines.length > 0 ? (
        <Section id="people" title="People with access">
          <ul>
            {lines.map(line => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </Section>
      ) : (
        <EmptyState drawing="nothing-yet" title="Nobody had access on that day">
          No membership is recorded up to then.
        </EmptyState>
      )}
      <Section id="made-from" title="What this was made from" tone="light">
        <div className="grid max-w-[46rem] gap-2 text-s text-ink-soft">
          {madeFrom(receipt).map(sentence => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p className="no-print">To keep it as PDF, print this page from your browser.</p>
        </div>
      </Section>
    </>
  );
}

type Props = { receipt: Receipt; by: string; made: Date; today: string; here: string };

function Line({ line }: { line: AccessLine }) {
  const { name, email, role, since, reference } = line;
  return (
    <li className="grid break-inside-avoid gap-x-8 gap-y-2 border-b border-line py-4 md:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <div className="grid min-w-0 content-start gap-0.5">
        <h3 className="text-l">{name}</h3>
        {email && <p className="text-s wrap-anywhere">{email}</p>}
        <p className="text-s text-ink-soft">
          <Tag look={standingWords[role].look}>{role === 'admin' ? 'Admin' : 'Member'}</Tag> since {formatDate(since)}
        </p>
        <p className="text-s text-ink-soft">Request {reference}</p>
      </div>
      <dl className="grid content-start gap-x-4 gap-y-1 text-s sm:grid-cols-[8.5rem_minmax(0,1fr)]">
        {accessFacts(line).map(({ label, text }) => (
          <Fact key={label} label={label} text={text} />
        ))}
      </dl>
    </li>
  );
}

function Fact({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt className="mt-2 text-ink-soft first:mt-0 sm:mt-0">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">{text}</dd>
    </>
  );
}

function countWords(lines: readonly AccessLine[]): string {
  const admins = lines.filter(({ role }) => role === 'admin').length;
  const members = lines.length - admins;
  return `${admins === 1 ? '1 admin' : `${admins} admins`}, ${members === 1 ? '1 member' : `${members} members`}`;
}
