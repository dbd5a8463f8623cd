import Link from 'next/link';
import { Beneath, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { Time } from '@/components/ui/time';
import { formatDateTime } from '@/lib/core/dates';
import type { AskedImport } from '@/lib/datasets/schema';
import { datasetNames, importStateWords, troubleWords } from '@/lib/datasets/words';

/** Imports that were asked for, and where each stands. */
export function ImportsTable({ imports, caption, now }: Props) {
  return (
    <Table
      caption={caption}
      columns={[{ label: 'File' }, { label: 'State' }, { label: 'Asked' }]}
      rows={imports.map(each => ({
        id: each.id,
        cells: [
          <span key="file">
            <Link href={`/admin/datasets/imports/${each.id}/`} prefetch={false}>
              {titleOf(each)}
            </Link>
            <Beneath>{sourceWords[each.source]}</Beneath>
          </span>,
          <span key="state">
            <Tag look={importStateWords[each.state].look}>{importStateWords[each.state].text}</Tag>
            {each.state === 'again' && (
              <Beneath>
                {troubleWords(each.refusal)} {each.again && `Next try ${formatDateTime(each.again)}.`}
              </Beneath>
            )}
          </span>,
          <span key="asked">
            <Time at={each.askedAt} now={now} />
            {each.askedBy && <Beneath>by {each.askedBy}</Beneath>}
          </span>,
        ],
      }))}
    />
  );
}

type Props = { imports: readonly AskedImport[]; caption: string; now: Date };

export const titleOf = ({ fileName, dataset }: AskedImport): string =>
  fileName || (dataset ? datasetNames[dataset] : 'A file');

export const sourceWords = {
  upload: 'Sent from this site',
  fetch: 'Fetched from its source',
  schedule: 'Fetched by itself',
} satisfies Record<AskedImport['source'], string>;
