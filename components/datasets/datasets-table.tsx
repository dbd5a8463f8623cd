import Link from 'next/link';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Beneath, RowActions, Table } from '@/components/ui/table';
import { formatDate, formatDateTime } from '@/lib/core/dates';
import type { FormAction } from '@/lib/core/form';
import type { DatasetStatus } from '@/lib/datasets/schema';
import { datasetHints, datasetNames } from '@/lib/datasets/words';

/** Every dataset: what it is, what is shown of it, and the ways to bring in a newer one. */
export function DatasetsTable({ datasets, fetchNow }: Props) {
  return (
    <Table
      caption="Datasets"
      columns={[
        { label: 'Dataset' },
        { label: 'Describes' },
        { label: 'Rows', numeric: true },
        { label: 'Loaded' },
        { label: 'Actions', actions: true },
      ]}
      rows={datasets.map(each => ({ id: each.dataset, cells: cellsOf(each, fetchNow) }))}
    />
  );
}

type Props = { datasets: readonly DatasetStatus[]; fetchNow: FormAction };

function cellsOf({ dataset, url, current }: DatasetStatus, fetchNow: FormAction) {
  const name = datasetNames[dataset];
  return [
    <span key="name">
      {name}
      <Beneath>{datasetHints[dataset]}</Beneath>
    </span>,
    <span key="period">
      {current?.period ? formatDate(new Date(current.period)) : 'Nothing yet'}
      {current?.demonstration && <Beneath>Demonstration data</Beneath>}
    </span>,
    current ? current.rows.toLocaleString('en-GB') : '–',
    <span key="loaded">
      {current ? formatDateTime(current.at) : '–'}
      {current && <Beneath>{current.by ? `by ${current.by}` : 'by the installation itself'}</Beneath>}
    </span>,
    <RowActions key="actions">
      <Link href={`/admin/datasets/${dataset}/`} prefetch={false}>
        Source and history<span className="sr-only">: {name}</span>
      </Link>
      {url && (
        <ActionForm id={`fetch-${dataset}`} action={fetchNow} hidden={{ dataset }} className="">
          <Button look="link" pending="Asking…" describe={`: ${name}`}>
            Fetch now
          </Button>
        </ActionForm>
      )}
    </RowActions>,
  ];
}
