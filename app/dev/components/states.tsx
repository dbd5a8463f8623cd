import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { PlaceTile } from '@/components/ui/place-tile';
import { Tag } from '@/components/ui/tag';
import { TaskList } from '@/components/ui/task-list';
import { Time } from '@/components/ui/time';
import { Timeline } from '@/components/ui/timeline';

/** Tags, places, notices, empty states, steps. */
export function States() {
  return (
    <div className="grid gap-8 lg:grid-cols-2 lg:gap-x-12">
      <div className="flex flex-wrap items-center gap-3">
        <Tag look="pending">Pending</Tag>
        <Tag look="active">Active</Tag>
        <Tag look="admin">Admin</Tag>
        <Tag look="rejected">Rejected</Tag>
        <Tag look="off">Removed</Tag>
        <Tag look="off">Closed</Tag>
        <Tag look="off">Dormant</Tag>
        <Tag>Personal email</Tag>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {(['practice', 'pcn', 'none', 'platform'] as const).map(place => (
          <span key={place} className="flex gap-1.5">
            <PlaceTile place={place} large />
            <PlaceTile place={place} look="soft" />
            <PlaceTile place={place} look="waiting" />
          </span>
        ))}
      </div>
      <div className="grid gap-5">
        <Notice>
          <p>
            Showing <strong>Example Surgery (A00001)</strong> because it is your workspace. <a href="#change">Change</a>
          </p>
        </Notice>
        <Notice tone="ok">Your address is confirmed.</Notice>
        <Notice tone="amber" title="You switched to Example North PCN in another tab">
          <p>
            This page still shows Example Surgery. <a href="#reload">Reload as Example North PCN</a>
          </p>
        </Notice>
        <Notice tone="stop">This practice closed on 31 March 2026. It can be read, not changed.</Notice>
        <Notice tone="quiet">Numbers below 5 are shown as “Fewer than 5”.</Notice>
        <p>
          <Time at={new Date('2026-11-22T08:10:00Z')} now={new Date('2026-11-22T11:30:00Z')} />,{' '}
          <Time at={new Date('2026-11-22T08:10:00Z')} />, <Time at={new Date('2026-11-22T08:10:00Z')} clock />{' '}
          <Icon name="clock" className="inline size-4" />
        </p>
      </div>
      <div className="grid content-start gap-6 sm:grid-cols-2">
        <TaskList
          tasks={[
            { text: 'Confirm your email', done: true },
            { text: 'Link your practice', done: false, href: '/accounts/profile/link-practice/' },
            { text: 'Save a first preset', done: false, href: '/tools/', hint: 'For a report you make again' },
          ]}
        />
        <Timeline
          events={[
            { id: 'sent', title: 'Sent', when: '18 November 2026, 09:12' },
            { id: 'reminded', title: 'Administrators reminded', when: '21 November 2026, 09:00' },
            { id: 'late', title: 'The platform team is asked too', when: 'On 25 November 2026', ahead: true },
          ]}
        />
      </div>
      <EmptyState title="Nothing saved for Example Surgery yet" action={<a href="#tools">See tools</a>}>
        <p>A preset keeps a tool’s settings under a name.</p>
      </EmptyState>
      <EmptyState drawing="no-match" title="No tool matches “rheumatolgy”" action={<a href="#clear">Clear filters</a>}>
        <p>Try a practice name, an ODS code, or see all tools.</p>
      </EmptyState>
      <EmptyState drawing="nobody-waits" title="No requests are waiting">
        <p>People ask from their account page.</p>
      </EmptyState>
      <EmptyState drawing="wrong-way" title="This page cannot be found">
        <p>The address may be incomplete or out of date.</p>
      </EmptyState>
    </div>
  );
}
