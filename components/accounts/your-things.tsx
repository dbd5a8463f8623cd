import Link from 'next/link';
import { Section } from '@/components/ui/section';

/** What belongs to the person alone, and the way out. */
export function YourThings() {
  return (
    <Section id="things" title="Your things">
      <ul className="grid gap-2">
        <li>
          <Link href="/accounts/profile/presets/" prefetch={false}>
            Your presets
          </Link>
        </li>
        <li>
          <Link href="/accounts/profile/export/" prefetch={false}>
            Export my data
          </Link>
        </li>
        <li>
          <Link href="/accounts/profile/delete/" prefetch={false}>
            Delete my account
          </Link>
        </li>
      </ul>
    </Section>
  );
}
