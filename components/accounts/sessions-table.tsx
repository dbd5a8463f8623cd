import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Beneath, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { Time } from '@/components/ui/time';
import type { FormAction } from '@/lib/core/form';

/** The devices that are signed in, this one first. */
export function SessionsTable({ sessions, now, actions }: Props) {
  const others = sessions.filter(session => !session.current).length;
  return (
    <div className="grid gap-8">
      <Table
        caption="Signed-in devices"
        columns={[
          { label: 'Device' },
          { label: 'Network' },
          { label: 'Signed in' },
          { label: 'Last seen' },
          { label: 'Actions', actions: true },
        ]}
        rows={sessions.map(session => ({
          id: session.id,
          marked: session.current,
          cells: [
            <Device key="device" session={session} />,
            session.network ? <span key="network">{session.network}</span> : 'Not known',
            <Time key="created" at={session.createdAt} clock />,
            session.current ? 'Now' : <Time key="seen" at={session.lastSeenAt} now={now} />,
            session.current ? (
              <form key="out" method="post" action="/accounts/logout/">
                <Button look="link" describe="this device">
                  Sign out
                </Button>
              </form>
            ) : (
              <ActionForm key="end" id={`end-${session.id}`} action={actions.endOne} hidden={{ id: session.id }}>
                <div>
                  <Button look="link" pending="Signing out…" describe={session.device}>
                    Sign out
                  </Button>
                </div>
              </ActionForm>
            ),
          ],
        }))}
      />
      {others > 0 ? (
        <ActionForm id="others" action={actions.endOthers}>
          <div>
            <Button look="outlined" pending="Signing out…">
              {others === 1 ? 'Sign out the other device' : `Sign out all ${others} other devices`}
            </Button>
          </div>
        </ActionForm>
      ) : (
        <p className="text-ink-soft">No other device is signed in.</p>
      )}
      <p className="max-w-lead text-s text-ink-soft">
        We keep the beginning of the network’s address only, not the address itself. The device is what your browser
        says it is.
      </p>
    </div>
  );
}

function Device({ session }: { session: SessionLine }) {
  return (
    <>
      {session.device || 'An unknown device'} {session.current && <Tag look="active">This device</Tag>}
      <Beneath>
        {session.remembered ? 'Stays signed in for 30 days' : 'Until the browser is closed, a day at most'}
      </Beneath>
    </>
  );
}

type SessionLine = {
  id: string;
  device: string;
  network: string;
  createdAt: Date;
  lastSeenAt: Date;
  remembered: boolean;
  current: boolean;
};
type Props = { sessions: SessionLine[]; now: Date; actions: { endOne: FormAction; endOthers: FormAction } };
