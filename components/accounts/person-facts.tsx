import { Section } from '@/components/ui/section';
import { SummaryList } from '@/components/ui/summary-list';
import { Beneath, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { Time } from '@/components/ui/time';
import { personStateWords } from '@/lib/accounts/words/leaving';
import { actionWords } from '@/lib/audit/words';
import { standingWords } from '@/lib/memberships/words';

/** One account as the platform team sees it: its state, where it is in use, what was done. Never what the person saved. */
export function PersonFacts({ person, now }: { person: Facts; now: Date }) {
  const { factors, sessions, memberships, activity } = person;
  const { tag, look } = personStateWords[person.state];
  return (
    <>
      <Section id="account" title="Account">
        <SummaryList
          items={[
            { label: 'Email', value: <span className="wrap-anywhere">{person.email ?? 'None'}</span> },
            {
              label: 'State',
              value: (
                <span className="flex flex-wrap items-baseline gap-2">
                  <Tag look={look}>{tag}</Tag>
                  {person.platformAdmin && <Tag look="admin">Platform administrator</Tag>} since{' '}
                  <Time at={person.stateSince} now={now} />
                </span>
              ),
            },
            { label: 'Created', value: <Time at={person.createdAt} now={now} /> },
            {
              label: 'Last signed in',
              value: person.lastSignInAt ? <Time at={person.lastSignInAt} now={now} /> : 'Never',
            },
            { label: 'Second factors', value: factorWords(factors) },
            { label: 'Account number', value: <code className="wrap-anywhere text-s">{person.id}</code> },
          ]}
        />
      </Section>
      <Section id="organisations" title="Organisations">
        {memberships.length === 0 ? (
          <p>Not linked to any organisation.</p>
        ) : (
          <Table
            caption="Organisations"
            columns={[{ label: 'Organisation' }, { label: 'State' }, { label: 'Since' }]}
            rows={memberships.map(row => ({
              id: row.id,
              cells: [
                `${row.organisation} (${row.code})`,
                standingTag(row),
                <Time key="since" at={row.since} now={now} />,
              ],
            }))}
          />
        )}
      </Section>
      <Section id="devices" title="Signed-in devices">
        {sessions.length === 0 ? (
          <p>Signed in nowhere.</p>
        ) : (
          <Table
            caption="Signed-in devices"
            columns={[{ label: 'Device' }, { label: 'Began' }, { label: 'Last seen' }]}
            rows={sessions.map(session => ({
              id: session.id,
              cells: [
                <span key="device">
                  {session.device || 'Unknown device'}
                  {session.network && <Beneath>{session.network}</Beneath>}
                </span>,
                <Time key="began" at={session.createdAt} now={now} />,
                <Time key="seen" at={session.lastSeenAt} now={now} />,
              ],
            }))}
          />
        )}
      </Section>
      <Section id="activity" title="Recorded last">
        <Table
          caption="Recorded last"
          columns={[{ label: 'What' }, { label: 'When' }]}
          rows={activity.map(({ id, at, action }) => ({
            id,
            cells: [actionWords(action), <Time key="at" at={at} now={now} clock />],
          }))}
        />
      </Section>
    </>
  );
}

function standingTag({ state, role }: { state: string; role: string | null }) {
  const standing = Object.entries(standingWords).find(([name]) => name === (role ?? state))?.[1];
  return standing ? <Tag look={standing.look}>{standing.tag}</Tag> : state;
}

function factorWords({ authenticator, passkeys, recoveryCodes }: Facts['factors']): string {
  const parts = [
    authenticator && 'authenticator app',
    passkeys > 0 && `${passkeys} ${passkeys === 1 ? 'passkey' : 'passkeys'}`,
    recoveryCodes > 0 && `${recoveryCodes} recovery codes`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'None';
}

type Facts = {
  id: string;
  email: string | null;
  state: keyof typeof personStateWords;
  stateSince: Date;
  platformAdmin: boolean;
  createdAt: Date;
  lastSignInAt: Date | null;
  factors: { authenticator: boolean; passkeys: number; recoveryCodes: number };
  sessions: { id: string; device: string; network: string; createdAt: Date; lastSeenAt: Date }[];
  memberships: { id: string; code: string; organisation: string; state: string; role: string | null; since: Date }[];
  activity: { id: string; at: Date; action: string }[];
};
