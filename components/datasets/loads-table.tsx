import { Beneath, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDate, formatDateTime } from '@/lib/core/dates';
import { say } from '@/lib/core/words';
import type { PastLoad } from '@/lib/datasets/schema';
import { differenceLines, importRefusals } from '@/lib/datasets/words';

/** What was loaded and what was refused, newest first, with what it changed. */
export function LoadsTable({ loads }: { loads: readonly PastLoad[] }) {
  return (
    <Table
      caption="Loads of this dataset, newest first"
      columns={[
        { label: 'File' },
        { label: 'State' },
        { label: 'Describes' },
        { label: 'Rows', numeric: true },
        { label: 'What it changed' },
      ]}
      rows={loads.map(load => ({
        id: load.id,
        marked: load.current,
        cells: [
          <span key="file" className="break-words">
            {load.fileName}
            <Beneath>
              {formatDateTime(load.at)}
              {load.by ? ` by ${load.by}` : ''}
            </Beneath>
          </span>,
          <Tag key="state" look={lookOf(load)}>
            {wordsOf(load)}
          </Tag>,
          load.period ? formatDate(new Date(load.period)) : '–',
          load.rows.toLocaleString('en-GB'),
          <Changes key="changes" load={load} />,
        ],
      }))}
    />
  );
}

const lookOf = ({ state, current }: PastLoad) => (state === 'refused' ? 'rejected' : current ? 'active' : 'off');
const wordsOf = ({ state, current }: PastLoad) => (state === 'refused' ? 'Refused' : current ? 'Shown now' : 'Earlier');

function Changes({ load: { state, report, demonstration } }: { load: PastLoad }) {
  if (demonstration) return 'Demonstration data';
  if (state === 'refused') return refusalOf(report);
  return (
    <ul className="grid gap-0.5 text-s">
      {differenceLines(report).map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const refusalOf = ({ refusal, facts = {} }: PastLoad['report']): string =>
  refusal ? say(importRefusals, { ok: false, refusal, facts }) : 'Refused';
