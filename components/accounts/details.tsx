import { Section } from '@/components/ui/section';
import { SummaryList } from '@/components/ui/summary-list';
import { Time } from '@/components/ui/time';

/** What is known about the person, line by line, with the way to change it. */
export function Details({ name, email, passwordChangedAt, now }: Props) {
  return (
    <Section id="details" title="Your details">
      <SummaryList
        items={[
          { label: 'Name', value: name, action: { href: '/accounts/profile/name/', text: 'Change' } },
          { label: 'Email', value: <span className="wrap-anywhere">{email}</span> },
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
        ]}
      />
    </Section>
  );
}

type Props = { name: string; email: string; passwordChangedAt: Date | null; now: Date };
