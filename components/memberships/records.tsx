import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { formatDate } from '@/lib/core/dates';

/** The yearly check waits for an admin. */
export function CheckDue({ code, until }: { code: string; until: Date }) {
  return (
    <Notice tone="amber">
      <p>
        The yearly check is open.{' '}
        <Link href={`/w/${code}/members/check/`} prefetch={false}>
          Confirm who still works with you
        </Link>{' '}
        before {formatDate(until)}.
      </p>
    </Notice>
  );
}

/** What an admin can look up, or hand to an auditor. */
export function Records({ code }: { code: string }) {
  const records = [
    { href: `/w/${code}/members/access/`, text: 'Who has access and who decided it' },
    { href: `/w/${code}/members/check/`, text: 'The yearly check of the members' },
    { href: `/w/${code}/activity/`, text: 'Activity' },
  ];
  return (
    <Section id="records" title="Records" tone="light">
      <ul className="grid gap-1">
        {records.map(({ href, text }) => (
          <li key={href}>
            <Link href={href} prefetch={false} className="inline-block py-0.5">
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
