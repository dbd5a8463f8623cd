'use client';

import Link from 'next/link';
import { FormActions } from '@/components/layout/form-page';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Radios } from '@/components/ui/radios';
import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import { Beneath, Table } from '@/components/ui/table';
import type { FormAction } from '@/lib/core/form';
import { say } from '@/lib/core/words';
import type { Bulk, BulkItem } from '@/lib/memberships/schema/queue-views';
import { reasonWords, refusals } from '@/lib/memberships/words';
import { bulkTitles, lackWords } from '@/lib/memberships/words/queue';

/** What is about to happen, request by request, before any of it does; each can still be chosen otherwise. */
export function BulkCheck({ bulk, action, details }: Props) {
  const { id, wish, items } = bulk;
  const groups = { ready: of(items, wish, 'ready'), stuck: of(items, wish, 'stuck'), over: of(items, wish, 'over') };
  const anything = groups.ready.length + groups.stuck.length > 0;
  return (
    <ActionForm
      action={action}
      schema={shape}
      hidden={{ id }}
      title={bulkTitles[wish]}
      workspace="Platform team"
      className="grid gap-2"
    >
      {groups.ready.length > 0 && (
        <Group id="ready" title={`Can be ${wish === 'approve' ? 'approved' : 'rejected'} (${groups.ready.length})`}>
          <Items {...{ wish, details }} items={groups.ready} />
        </Group>
      )}
      {groups.stuck.length > 0 && (
        <Group id="stuck" title={`Cannot be approved with the others (${groups.stuck.length})`}>
          <Items {...{ wish, details }} items={groups.stuck} />
        </Group>
      )}
      {groups.over.length > 0 && (
        <Group id="over" title={`Nothing to decide (${groups.over.length})`}>
          <Items {...{ wish, details }} items={groups.over} />
        </Group>
      )}
      {anything && (
        <Section id="decide" title={wish === 'reject' ? 'Why' : 'If you reject any of them'}>
          <div className="grid max-w-form gap-6">
            <Radios
              name="reason"
              label="Reason"
              hint="Everybody who is rejected reads it."
              options={Object.entries(reasonWords).map(([value, label]) => ({ value, label }))}
            />
            <Field name="reasonOther" label="The reason in your words, for “Another reason”" autoComplete="off" />
            <p className="text-s text-ink-soft">
              Each request is decided by itself: what a colleague decides meanwhile stays as they decided it. You can
              undo each for 10 minutes, and the emails leave after that.
            </p>
            <FormActions>
              <Button pending="Deciding…">Decide as chosen</Button>
              <Link href="/admin/requests/" prefetch={false}>
                Decide none of them
              </Link>
            </FormActions>
          </div>
        </Section>
      )}
    </ActionForm>
  );
}

type Props = {
  bulk: Bulk;
  action: FormAction;
  /** What is known of each, by its id: drawn on the server. */
  details: Record<string, Details>;
};
type Details = { person: React.ReactNode; evidence: React.ReactNode; age: React.ReactNode };
type Kind = 'ready' | 'stuck' | 'over';

// Fetched when the form is first used: the browser need not wait for it.
const shape = () => import('@/lib/memberships/schema/queue').then(room => room.bulkConfirmation);

const kindOf = ({ lacks }: BulkItem, wish: Bulk['wish']): Kind => {
  if (!lacks[wish]) return 'ready';
  return lacks.approve && lacks.reject ? 'over' : 'stuck';
};
const of = (items: readonly BulkItem[], wish: Bulk['wish'], kind: Kind) =>
  items.filter(item => kindOf(item, wish) === kind);

function Group({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <Section id={id} title={title}>
      {children}
    </Section>
  );
}

function Items({ items, wish, details }: { items: readonly BulkItem[] } & Pick<Bulk, 'wish'> & Pick<Props, 'details'>) {
  return (
    <Table
      caption="Requests to decide"
      columns={[
        { label: 'Person' },
        { label: 'Age' },
        { label: 'Organisation and evidence' },
        { label: 'What happens' },
      ]}
      rows={items.map(item => ({
        id: item.id,
        place: item.kind,
        cells: [
          details[item.id]?.person,
          details[item.id]?.age,
          <span key="organisation">
            {item.organisation} ({item.code})<Beneath>{details[item.id]?.evidence}</Beneath>
          </span>,
          <Decision key="decision" item={item} wish={wish} />,
        ],
      }))}
    />
  );
}

function Decision({ item, wish }: { item: BulkItem; wish: Bulk['wish'] }) {
  const { id, membershipId, name, lacks, facts, assigned, assignee } = item;
  const lack = lacks[wish];
  const options = [
    ...(lacks.approve ? [] : [{ value: 'approve', label: 'Approve as member' }]),
    ...(lacks.reject ? [] : [{ value: 'reject', label: 'Reject' }]),
    { value: 'leave', label: 'Leave it waiting' },
  ];
  return (
    <span className="grid gap-1 md:min-w-[13.5rem]">
      {lack && <span className="text-s">{lackWords(say(refusals, { ok: false, refusal: lack, facts }))}</span>}
      {assigned === 'others' && <span className="text-s">{assignee ?? 'A colleague'} looks after it.</span>}
      {lack === 'authoriser-missing' && (
        <Link href={`/admin/requests/${membershipId}/`} prefetch={false} className="py-0.5 text-s">
          Decide on its own page<span className="sr-only">: {name}</span>
        </Link>
      )}
      {options.length > 1 && (
        <Select
          small
          labelHidden
          name={`choice-${id}`}
          label={`What happens to the request of ${name}`}
          value={lack ? 'leave' : wish}
          options={options}
        />
      )}
    </span>
  );
}
