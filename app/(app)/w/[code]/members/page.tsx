import Link from 'next/link';
import { notFound } from 'next/navigation';
import { undoDecision } from '@/app/(app)/w/actions';
import { Page } from '@/components/layout/page';
import { MembersTable } from '@/components/memberships/members-table';
import { PowersNotice } from '@/components/memberships/powers-notice';
import { UndoButton } from '@/components/memberships/undo-button';
import { Notice } from '@/components/ui/notice';
import { NoticeBanner } from '@/components/ui/notice-banner';
import { Section } from '@/components/ui/section';
import { mayAct } from '@/lib/core/powers';
import { listMembers } from '@/lib/memberships/queries/list-members';
import type { Members } from '@/lib/memberships/schema/views';
import { takeNotice } from '@/lib/web/notice';
import { requireViewer } from '@/lib/web/viewer';
import { changeRole } from './actions';

/** Who belongs to this organisation; to everybody else the page does not exist. */
export default async function MembersPage({ params }: { params: Promise<{ code: string }> }) {
  const code = (await params).code.toUpperCase();
  const here = `/w/${code}/members/`;
  const viewer = await requireViewer(here);
  const people = await listMembers(viewer, code);
  if (!people) notFound();
  const { name, kind, role } = people;
  const undo = (event: string) => <UndoButton event={event} back={here} action={undoDecision} />;
  return (
    <div data-ws={kind}>
      <Page
        title="Members"
        lead={
          role === 'admin'
            ? `Who belongs to ${name} (${code}). You can change roles and remove people.`
            : `Who belongs to ${name} (${code}). Its admins let people in and out.`
        }
        workspace={`${name} (${code})`}
        breadcrumb={[
          { href: '/accounts/profile/', text: 'Your account' },
          { href: `/w/${code}/`, text: name },
        ]}
        banner={<NoticeBanner notice={await takeNotice(viewer)} undo={undo} />}
        notice={
          role === 'admin' && (
            <div className="grid gap-4">
              <PowersNotice powers={people.powers} />
              {mayAct(people.powers) && people.admins < 2 && <OneAdmin people={people} />}
            </div>
          )
        }
      >
        <Section id="people" title={countWords(people.members.length)}>
          <MembersTable people={people} changeRole={changeRole} />
          {people.members.length === 1 && (
            <p className="pt-6 text-s text-ink-soft">You are the only member. People ask to join from their account.</p>
          )}
        </Section>
        <Section id="leave" title="Leave" tone="light">
          <p>
            <Link href={`${here}leave/`} prefetch={false}>
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

const countWords = (count: number) => (count === 1 ? 'One member' : `${count} members`);

function OneAdmin({ people: { name, members } }: { people: Members }) {
  return (
    <Notice tone="quiet">
      {members.length > 1
        ? `${name} has one admin: you. While you are away nobody there can let people in. A second admin helps.`
        : `${name} has one admin: you. When a colleague has joined, make them an admin too.`}
    </Notice>
  );
}
