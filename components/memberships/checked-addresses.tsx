import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { Tag, type TagLook } from '@/components/ui/tag';
import { MOST_AT_ONCE, type Outcome } from '@/lib/memberships/rules/invitations';
import type { CheckedList } from '@/lib/memberships/schema/invitation-views';
import { outcomeWords } from '@/lib/memberships/words/invitations';

/** What would become of each address of a list, before anything is sent. */
export function CheckedAddresses({ code, list }: { code: string; list: CheckedList }) {
  const { checked, malformed, repeated, tooMany } = list;
  return (
    <div className="grid gap-6">
      {tooMany && (
        <Notice tone="amber">
          {`You can invite up to ${MOST_AT_ONCE} addresses at once. The list has more: only the first ${MOST_AT_ONCE} are used.`}
        </Notice>
      )}
      <Table
        caption="What happens with each address"
        columns={[{ label: 'Address' }, { label: 'What happens' }]}
        rows={[
          ...checked.map(({ address, outcome, requestId }) => ({
            id: address,
            cells: [
              <span key="address" className="wrap-anywhere">
                {address}
              </span>,
              <span key="outcome" className="grid justify-items-start gap-1">
                <Tag look={looks[outcome]}>{outcomeWords[outcome]}</Tag>
                {requestId && (
                  <Link href={`/w/${code}/approvals/`} prefetch={false} className="text-s">
                    Decide on the request<span className="sr-only"> of {address}</span>
                  </Link>
                )}
              </span>,
            ],
          })),
          ...malformed.map(typed => ({
            id: `typed ${typed}`,
            cells: [
              <span key="typed" className="wrap-anywhere">
                {typed}
              </span>,
              <Tag key="outcome" look="rejected">
                Not an email address
              </Tag>,
            ],
          })),
        ]}
      />
      {repeated > 0 && (
        <p className="text-s text-ink-soft">
          {repeated === 1 ? 'One address stood' : `${repeated} addresses stood`} on the list more than once. Each gets
          one email.
        </p>
      )}
    </div>
  );
}

const looks: Record<Outcome, TagLook> = {
  new: 'active',
  member: 'off',
  invited: 'off',
  asked: 'pending',
  'mailed-enough': 'off',
};
