import Link from 'next/link';
import { notFound } from 'next/navigation';
import { undoDecision } from '@/app/(app)/w/actions';
import { Page } from '@/components/layout/page';
import { InvitationsTable } from '@/components/memberships/invitations-table';
import { ActiveMemberFilters, isNarrowed, MemberFilters, membersHref } from '@/components/memberships/member-filters';
import { MembersTable } from '@/components/memberships/members-table';
import { PowersNotice } from '@/components/memberships/powers-notice';
import { CheckDue, Records } from '@/components/memberships/records';
import { UndoButton } from '@/components/memberships/undo-button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { KeysetPages } from '@/components/ui/keyset-pages';
import { Notice } from '@/components/ui/notice';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { Section } from '@/components/ui/section';
import { Tabs } from '@/components/ui/tabs';
import { filterSearch } from '@/lib/core/filters';
import { mayAct } from '@/lib/core/powers';
import { listInvitations } from '@/lib/memberships/queries/list-invitations';
import { listMembers } from '@/lib/memberships/queries/list-members';
import { findCheckDay } from '@/lib/memberships/queries/member-checks';
import { type MemberFilters as Filters, memberFilters } from '@/lib/memberships/schema/members';
import type { Members } from '@/lib/memberships/schema/views';
import { countMembers } from '@/lib/memberships/words/members';
import { noticesFor } from '@/lib/web/resume';
import { requireViewer } from '@/lib/web/viewer';
import { changeRole } from './actions';
import { manageInvitation } from './invite/actions';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Who belongs to this organisation; to everybody else the page does not exist. */
export default async function MembersPage({ params, searchParams }: Props) {
  const code = (await params).code.toUpperCase();
  const filters = memberFilters.parse(await searchParams);
  const here = membersHref(code, filters);
  const viewer = await requireViewer(here);
  const people = await listMembers(viewer, code, filters.show ? memberFilters.parse({}) : filters);
  if (!people) notFound();
  const { name, kind, role, closed } = people;
  const acts = mayAct(people.powers);
  const checkDay = acts ? await findCheckDay(viewer, code) : null;
  const invited = acts && filters.show === 'invited' ? await listInvitations(viewer, code, filters.after) : null;
  const start = `/w/${code}/members/`;
  const undo = (event: string) => <UndoButton event={event} back={here} action={undoDecision} />;
  return (
    <div data-ws={kind}>
      <Page
        title="Members"
        lead={leadOf(people)}
        workspace={`${name} (${code})`}
        breadcrumb={[
          { href: '/accounts/profile/', text: 'Your account' },
          { href: `/w/${code}/`, text: name },
        ]}
        banner={<NoticeBanners notices={await noticesFor(viewer, start)} undo={undo} />}
        notice={
          role === 'admin' && (
            <div className="grid gap-4">
              <PowersNotice powers={people.powers} />
              {checkDay && <CheckDue code={code} until={checkDay} />}
              {acts && people.admins < 2 && !checkDay && !closed && <OneAdmin people={people} />}
            </div>
          )
        }
      >
        {acts && !closed && (
          <p className="mb-6">
            <ButtonLink href={`${start}invite/`}>Invite people</ButtonLink>
          </p>
        )}
        {acts && (
          <Tabs
            label="Members and invitations"
            items={[
              { href: start, text: 'Members', count: people.total, current: !invited },
              { href: `${start}?show=invited`, text: 'Invited', count: people.invited, current: invited !== null },
            ]}
          />
        )}
        {invited ? (
          <Invited code={code} invited={invited} filters={filters} />
        ) : (
          <People people={people} filters={filters} />
        )}
        {acts && <Records code={code} />}
        <Section id="leave" title="Leave" tone="light">
          <p>
            <Link href={`${start}leave/`} prefetch={false}>
              Leave {name}
            </Link>
            <span className="block text-s text-ink-soft">
              Your account stays. What you shared here stays with your colleagues.
            </span>
          </p>
        </Section>
      </Page>
    </div>
  );
}

function leadOf({ name, code, role, closed }: Members): string {
  const who = `Who belongs to ${name} (${code})`;
  if (closed) return `${who}, which is closed: nobody can join it.`;
  return role === 'admin'
    ? `${who}. You can invite people, change roles and remove people.`
    : `${who}. Its admins let people in and out.`;
}

// So few are seen at a glance.
const FEW = 7;

function People({ people, filters }: { people: Members; filters: Filters }) {
  const { code, total, matching, members, next } = people;
  const narrowed = isNarrowed(filters);
  return (
    <section aria-labelledby="people" className="mt-5">
      <h2 id="people" className="sr-only">
        People
      </h2>
      {(total > FEW || narrowed) && <MemberFilters code={code} filters={filters} />}
      <div className="mb-4 flex flex-wrap items-baseline gap-x-5 text-s text-ink-soft">
        <p role="status">{countMembers(total, matching)}</p>
        <ActiveMemberFilters code={code} filters={filters} />
      </div>
      {members.length > 0 ? (
        <MembersTable people={people} list={filterSearch(filters)} changeRole={changeRole} />
      ) : (
        <EmptyState
          drawing="no-match"
          title="Nobody matches these filters"
          action={<Link href={`/w/${code}/members/`}>Clear filters</Link>}
        >
          The list holds those who belong to it now.
        </EmptyState>
      )}
      {total === 1 && !people.closed && (
        <p className="pt-6 text-s text-ink-soft">
          You are the only member. Invite your colleagues, or wait until they ask from their account.
        </p>
      )}
      <KeysetPages
        first={filters.after ? membersHref(code, { ...filters, after: '' }) : null}
        next={next ? membersHref(code, { ...filters, after: next }) : null}
      />
    </section>
  );
}

type InvitedProps = {
  code: string;
  invited: NonNullable<Awaited<ReturnType<typeof listInvitations>>>;
  filters: Filters;
};

function Invited({ code, invited: { rows, total, next }, filters }: InvitedProps) {
  if (total === 0) {
    return (
      <EmptyState drawing="nothing-yet" title="No invitation waits">
        Invitations are listed here until they are answered, cancelled or run out after 14 days.
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="invited" className="mt-5">
      <h2 id="invited" className="sr-only">
        Invitations
      </h2>
      <p className="mb-4 text-s text-ink-soft">{total === 1 ? 'One invitation waits' : `${total} invitations wait`}</p>
      <InvitationsTable code={code} invitations={rows} manage={manageInvitation} />
      <KeysetPages
        first={filters.after ? membersHref(code, { ...filters, after: '' }) : null}
        next={next ? membersHref(code, { ...filters, after: next }) : null}
      />
    </section>
  );
}

function OneAdmin({ people: { name, total } }: { people: Members }) {
  return (
    <Notice tone="quiet">
      {total > 1
        ? `${name} has one admin: you. While you are away nobody there can let people in. A second admin helps.`
        : `${name} has one admin: you. When a colleague has joined, make them an admin too.`}
    </Notice>
  );
}
