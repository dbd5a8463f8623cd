import Link from 'next/link';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { Time } from '@/components/ui/time';
import type { FormAction } from '@/lib/core/form';

/** Password, second steps, recovery codes, devices: what each is, how it stands, and the way to change it. */
export function SecurityOverview({ factors, devices, now, actions }: Props) {
  const { authenticator, passkeys } = factors;
  const guarded = authenticator !== null || passkeys.length > 0;
  return (
    <>
      <Section id="sign-in" title="Signing in">
        <SummaryList
          items={[
            {
              label: 'Password',
              value: factors.passwordChangedAt ? (
                <>
                  Last changed <Time at={factors.passwordChangedAt} now={now} />
                </>
              ) : (
                'Never changed'
              ),
              action: { href: '/accounts/profile/password/', text: 'Change' },
            },
            {
              label: 'Second step',
              value: guarded ? <Tag look="active">On</Tag> : <Tag look="off">Off</Tag>,
            },
            {
              label: 'Signed-in devices',
              value: devices === 1 ? 'This device only' : `${devices} devices`,
              action: { href: '/accounts/profile/sessions/', text: 'See', what: 'signed-in devices' },
            },
          ]}
        />
      </Section>
      <Section id="authenticator" title="Authenticator app">
        <div className="grid gap-4">
          <p className="max-w-lead">
            An app on your phone or computer shows a new 6-digit code every 30 seconds. You type it after your password.
            Microsoft Authenticator, Google Authenticator and most password managers can do this.
          </p>
          {authenticator ? (
            <>
              <p>
                <Tag look="active">Set up</Tag> <Time at={authenticator.since} />
                {authenticator.lastUsedAt && (
                  <span className="text-ink-soft">
                    , last used <Time at={authenticator.lastUsedAt} now={now} />
                  </span>
                )}
              </p>
              <p>
                <Link href="/accounts/profile/security/authenticator/remove/" prefetch={false}>
                  Remove the authenticator app
                </Link>
              </p>
            </>
          ) : (
            <ActionForm id="begin" action={actions.begin}>
              <div>
                <Button look="outlined" pending="One moment…">
                  Set up an authenticator app
                </Button>
              </div>
            </ActionForm>
          )}
        </div>
      </Section>
      <Section id="passkeys" title="Passkeys">
        <div className="grid gap-4">
          <p className="max-w-lead">
            A passkey is kept by your device or security key and opened with your fingerprint, face or PIN. It signs you
            in without a password, and no false page can ask you for it.
          </p>
          {passkeys.length > 0 && <Passkeys passkeys={passkeys} now={now} />}
          <div>
            <ButtonLink look="outlined" href="/accounts/profile/security/passkeys/new/">
              Add a passkey
            </ButtonLink>
          </div>
        </div>
      </Section>
      <Section id="recovery-codes" title="Recovery codes">
        <div className="grid gap-4">
          <p className="max-w-lead">For the day your app or passkey is lost. Each code signs you in once.</p>
          {factors.recoveryCodes ? (
            <Codes codes={factors.recoveryCodes} make={actions.makeCodes} />
          ) : (
            <p className="text-ink-soft">You get 10 of them when you set up an authenticator app or a passkey.</p>
          )}
        </div>
      </Section>
    </>
  );
}

function Passkeys({ passkeys, now }: { passkeys: PasskeyLine[]; now: Date }) {
  return (
    <Table
      caption="Your passkeys"
      columns={[{ label: 'Name' }, { label: 'Added' }, { label: 'Last used' }, { label: 'Actions', actions: true }]}
      rows={passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
        id,
        cells: [
          <span key="name" className="wrap-anywhere">
            {name}
          </span>,
          <Time key="added" at={createdAt} />,
          lastUsedAt ? <Time key="used" at={lastUsedAt} now={now} /> : 'Never',
          <Link key="change" href={`/accounts/profile/security/passkeys/${id}/`} prefetch={false}>
            Rename or remove<span className="sr-only"> {name}</span>
          </Link>,
        ],
      }))}
    />
  );
}

const FEW = 4;

function Codes({ codes: { left, madeAt }, make }: { codes: { left: number; madeAt: Date }; make: FormAction }) {
  return (
    <>
      {left < FEW && (
        <Notice tone="amber" title={left === 0 ? 'No recovery codes are left' : 'Few recovery codes are left'}>
          Make new ones now, while you can sign in.
        </Notice>
      )}
      <p>
        {left === 1 ? '1 code is' : `${left} codes are`} left, made <Time at={madeAt} />.
      </p>
      <ActionForm id="codes" action={make}>
        <div className="grid justify-items-start gap-2">
          <Button look="outlined" pending="Making…">
            Make new recovery codes
          </Button>
          <p className="text-s text-ink-soft">The codes you have now stop working.</p>
        </div>
      </ActionForm>
    </>
  );
}

type PasskeyLine = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };
type Props = {
  factors: {
    passwordChangedAt: Date | null;
    authenticator: { since: Date; lastUsedAt: Date | null } | null;
    passkeys: PasskeyLine[];
    recoveryCodes: { left: number; madeAt: Date } | null;
  };
  devices: number;
  now: Date;
  actions: { begin: FormAction; makeCodes: FormAction };
};
