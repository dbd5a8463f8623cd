import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { formatDateTime } from '@/lib/core/dates';
import type { FormAction } from '@/lib/core/form';

/** What the platform team can do to somebody's account. Only what can be done now is offered (S16). */
export function PersonActions({ person, own, actions }: Props) {
  const { id, state, removal } = person;
  if (own) return <Notice>This is your own account. Another platform administrator can change it.</Notice>;
  const works = state === 'active' || state === 'unconfirmed';
  if (!works && state !== 'disabled') return null;
  const hasFactor = person.factors.authenticator || person.factors.passkeys > 0;
  return (
    <Section id="act" title="Help and control">
      {removal && (
        <div className="mb-6 grid gap-4">
          <Notice tone="amber">
            The second factors are removed on {formatDateTime(removal.due)}, unless the person stops it. Evidence:{' '}
            {removal.evidence}
          </Notice>
          <ActionForm id="cancel" action={actions.cancelRemoval} hidden={{ id }}>
            <div>
              <Button look="outlined" pending="Cancelling…">
                Cancel the removal
              </Button>
            </div>
          </ActionForm>
        </div>
      )}
      <div className="flex flex-wrap items-start gap-4">
        {person.sessions.length > 0 && (
          <ActionForm id="sessions" action={actions.endSessions} hidden={{ id }}>
            <Button look="outlined" pending="Signing out…">
              Sign out everywhere
            </Button>
          </ActionForm>
        )}
        {hasFactor && works && !removal && (
          <ButtonLink href={`/admin/people/${id}/factors/`} look="outlined">
            Help with a lost second factor
          </ButtonLink>
        )}
        {state === 'disabled' ? (
          <ActionForm id="enable" action={actions.enable} hidden={{ id }}>
            <Button look="outlined" pending="Enabling…">
              Enable the account
            </Button>
          </ActionForm>
        ) : (
          <ButtonLink href={`/admin/people/${id}/disable/`} look="leave">
            Disable the account…
          </ButtonLink>
        )}
      </div>
    </Section>
  );
}

type Props = {
  person: {
    id: string;
    state: string;
    factors: { authenticator: boolean; passkeys: number };
    sessions: readonly unknown[];
    removal: { due: Date; evidence: string } | null;
  };
  own: boolean;
  actions: { endSessions: FormAction; enable: FormAction; cancelRemoval: FormAction };
};
