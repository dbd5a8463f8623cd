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
      </ul>
    </Section>
  );
}
