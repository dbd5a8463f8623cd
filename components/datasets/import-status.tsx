import Link from 'next/link';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { SummaryList } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { Time } from '@/components/ui/time';
import { formatDate, formatDateTime } from '@/lib/core/dates';
import type { FormAction } from '@/lib/core/form';
import { say } from '@/lib/core/words';
import type { AskedImport, ImportReport } from '@/lib/datasets/schema';
import {
  datasetNames,
  differenceLines,
  importRefusals,
  importStateWords,
  stages,
  troubleWords,
} from '@/lib/datasets/words';
import { sourceWords, titleOf } from './imports-table';
import { Progressing } from './progressing';

/** Where an import stands: under way, to be confirmed, or over. */
export function ImportStatus({ asked, now, confirm, discard }: Props) {
  const { state, reports, refusal } = asked;
  return (
    <>
      <Facts asked={asked} now={now} />
      {state === 'again' && <Trouble asked={asked} now={now} />}
      {underWay.has(state) && <UnderWay asked={asked} />}
      {refusal && state !== 'again' && (
        <div className="mt-6">
          <Notice tone={state === 'to-confirm' ? 'amber' : 'stop'} title={titleOfRefusal(asked)}>
            <p>{refusalWords(refusal)}</p>
          </Notice>
        </div>
      )}
      {state === 'failed' && !refusal && (
        <div className="mt-6">
          <Notice tone="stop" title="It could not be finished">
            <p>{OUR_SIDE}</p>
          </Notice>
        </div>
      )}
      {reports.map(report => (
        <Difference key={report.dataset} report={report} over={state === 'loaded' || state === 'unchanged'} />
      ))}
      {state === 'to-confirm' && <Decision asked={asked} confirm={confirm} discard={discard} />}
      {!underWay.has(state) && state !== 'to-confirm' && (
        <p className="mt-8">
          <Link href="/admin/datasets/" prefetch={false}>
            Back to the data
          </Link>
        </p>
      )}
    </>
  );
}

type Props = { asked: AskedImport; now: Date; confirm: FormAction; discard: FormAction };

const underWay: ReadonlySet<string> = new Set(['waiting', 'checking', 'again', 'confirmed', 'loading']);

function Facts({ asked, now }: { asked: AskedImport; now: Date }) {
  const { state, source, size, askedBy, askedAt } = asked;
  return (
    <SummaryList
      items={[
        { label: 'State', value: <Tag look={importStateWords[state].look}>{importStateWords[state].text}</Tag> },
        { label: 'Came by', value: sourceWords[source] },
        ...(size > 0 ? [{ label: 'Size', value: sizeWords(size) }] : []),
        {
          label: 'Asked',
          value: (
            <>
              <Time at={askedAt} now={now} />
              {askedBy && ` by ${askedBy}`}
            </>
          ),
        },
      ]}
    />
  );
}

const sizeWords = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** The last try failed; nobody need do anything. */
function Trouble({ asked: { refusal, again }, now }: { asked: AskedImport; now: Date }) {
  return (
    <div className="mt-6">
      <Notice tone="amber" title="It failed, and is tried again by itself">
        <p>
          {troubleWords(refusal)} The data loaded before is unchanged.{' '}
          {again && again > now
            ? `The next try begins at ${formatDateTime(again)}.`
            : 'The next try begins in a moment.'}
        </p>
      </Notice>
    </div>
  );
}

/** The page looks again by itself; without JavaScript there is a link for it. Leaving the page stops nothing. */
function UnderWay({ asked: { id, state, stage, rows } }: { asked: AskedImport }) {
  const how = stage
    ? `${stages[stage]}${rows > 0 ? `, ${rows.toLocaleString('en-GB')} rows` : ''}`
    : state === 'again'
      ? 'Waiting for the next try'
      : importStateWords[state].text;
  return (
    <div className="mt-6 grid gap-3">
      <Progressing>{how}</Progressing>
      <p className="text-s text-ink-soft">
        You can leave this page: the import goes on.{' '}
        <Link href={`/admin/datasets/imports/${id}/`} prefetch={false}>
          Look again
        </Link>
      </p>
    </div>
  );
}

function Difference({ report, over }: { report: ImportReport; over: boolean }) {
  return (
    <Section id={report.dataset} title={over ? 'What it changed' : 'What it would change'}>
      <p className="mb-3">
        {datasetNames[report.dataset]}, {formatDate(new Date(report.period))}, {report.rows.toLocaleString('en-GB')}{' '}
        rows
      </p>
      <ul className="list-disc pl-5">
        {differenceLines(report).map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

function Decision({ asked, confirm, discard }: Omit<Props, 'now'>) {
  const { id, refusal } = asked;
  return (
    <Section id="decide" title="Load it?" tone="amber">
      <p className="mb-4">
        People whose organisation closes, opens again or has a new successor get an email. Nobody is deleted or moved.
      </p>
      <ActionForm
        id="confirm"
        action={confirm}
        hidden={{ id }}
        title={titleOf(asked)}
        workspace="Platform team"
        className="grid gap-4"
      >
        {refusal && <Checkbox name="force" label="I have looked at this, and it is right" />}
        <div>
          <Button pending="Asking…">Load this file</Button>
        </div>
      </ActionForm>
      <ActionForm id="discard" action={discard} hidden={{ id }} className="mt-4">
        <Button look="outlined" pending="Discarding…">
          Discard it
        </Button>
      </ActionForm>
    </Section>
  );
}

const OUR_SIDE = 'Something went wrong on our side. The data loaded before is unchanged. Ask for the import again.';

function titleOfRefusal({ state, refusal }: AskedImport): string {
  if (state === 'to-confirm') return 'Look at this first';
  return state === 'failed' && refusal?.refusal !== 'unreachable'
    ? 'Every try failed, so it was given up'
    : 'It was not loaded';
}

function refusalWords({ refusal, facts }: NonNullable<AskedImport['refusal']>): string {
  if (refusal === 'our-side') return OUR_SIDE;
  if (refusal !== 'unreachable') return say(importRefusals, { ok: false, refusal, facts });
  return `The source ${facts.reason}. The data loaded before is unchanged. Look whether its address is still right.`;
}
