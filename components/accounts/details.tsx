import { Section } from '@/components/ui/section';
import { SummaryList } from '@/components/ui/summary-list';
import { Time } from '@/components/ui/time';

/** What is known about the person, line by line, with the way to change it. */
export function Details({ name, email, waiting, passwordChangedAt, now }: Props) {
  return (
    <Section id="details" title="Your details">
      <SummaryList
        items={[
          { label: 'Name', value: name, action: { href: '/accounts/profile/name/', text: 'Change' } },
          {
            label: 'Email',
            value: (
              <>
                <span className="wrap-anywhere">{email}</span>
                {waiting && (
                  <span className="block text-s text-ink-soft">
                    Waiting for confirmation: <span className="wrap-anywhere">{waiting}</span>
                  </span>
                )}
              </>
            ),
            action: waiting
              ? { href: '/accounts/profile/email/', text: 'Confirm or cancel', what: 'the new email address' }
              : { href: '/accounts/profile/email/', text: 'Change' },
          },
          {
            label: 'Password',
            value: passwordChangedAt ? (
              <>
                Last changed <Time at={passwordChangedAt} now={now} />
              </>
            ) : (
              'Never changed'
            ),
            action: { href: '/accounts/profile/password/', text: 'Change' },
          },
          {
            label: 'Security',
            value: 'Second step, passkeys, recovery codes',
            action: { href: '/accounts/profile/security/', text: 'See' },
          },
          {
            label: 'Signed-in devices',
            value: 'Where your account is open',
            action: { href: '/accounts/profile/sessions/', text: 'See' },
          },
        ]}
      />
    </Section>
  );
}

type Props = { name: string; email: string; waiting: string | null; passwordChangedAt: Date | null; now: Date };
