import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import type { OrganisationRef } from '@/lib/organisations/schema';

/** Why a tool opened with this organisation, and the way to another one. */
export function WhyNotice({ shown, why, change, link }: Props) {
  if (why.by === 'address' && !link) return null;
  const strong = <strong>{named(shown)}</strong>;
  return (
    <Notice>
      <p>
        {why.by === 'workspace' && !link && <>Showing {strong} because it is your workspace. </>}
        {why.by === 'practice' && (
          <>
            Showing {strong} because {named(why.practice)}
            {why.workspace && ', your workspace,'} belongs to it.{' '}
          </>
        )}
        {link && (
          <>
            This link opened in <strong>{named(link.opened)}</strong>.{' '}
            {link.own ? `Your workspace is still ${named(link.own)}.` : 'You are still in the public view.'}{' '}
            <Link href="/workspaces/" prefetch={false}>
              Switch
            </Link>{' '}
          </>
        )}
        {!link && (
          <Link href={change} prefetch={false}>
            Change
          </Link>
        )}
      </p>
    </Notice>
  );
}

type Props = {
  shown: OrganisationRef;
  why: { by: 'address' } | { by: 'workspace' } | { by: 'practice'; practice: OrganisationRef; workspace: boolean };
  /** Where another organisation can be chosen. */
  change: string;
  /** The address named a workspace: it, and the one that stays the default. */
  link: { opened: OrganisationRef; own: OrganisationRef | null } | null;
};

const named = ({ name, code }: OrganisationRef) => `${name} (${code})`;
