import Link from 'next/link';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import { formatDate } from '@/lib/core/dates';
import type { RegisterNews as News, Successor } from '@/lib/memberships/schema/views';

/** What the register says of the reader's organisations: who closed and who took over, new names, other PCNs. */
export function RegisterNews({ news }: { news: readonly News[] }) {
  if (news.length === 0) return null;
  return (
    <div className="mb-8 grid gap-4">
      {news.map(each => (
        <One key={`${each.news} ${each.code}`} news={each} />
      ))}
    </div>
  );
}

function One({ news }: { news: News }) {
  const { name, code, day, was, now } = news;
  const since = day ? formatDate(new Date(day)) : '';
  switch (news.news) {
    case 'closed':
      return (
        <Notice
          tone="amber"
          title={`${name} (${code}) ${since ? `closed on ${since}` : 'is no longer in the register'}`}
        >
          <p>
            {news.waiting
              ? 'Nobody can join it now, so your request cannot be approved. You can withdraw it.'
              : 'Its workspace can be read, but not changed. You still belong to it.'}
          </p>
          <TakenOver news={news} />
        </Notice>
      );
    case 'reopened':
      return (
        <Notice tone="ok" title={`${name} (${code}) is open again`}>
          <p>The register lists it since {since}. Its workspace can be changed again.</p>
        </Notice>
      );
    case 'renamed':
      return (
        <Notice>
          {was} is now called <strong>{now}</strong> ({code}). Links and presets go on as they were.
        </Notice>
      );
    case 'moved-pcn':
      return <Notice>{moved(name, code, was, now)}</Notice>;
  }
}

function moved(name: string, code: string, was: string, now: string): ReactNode {
  if (!now) return `${name} (${code}) has left ${was} and is in no PCN now, says the register.`;
  return (
    <>
      {name} ({code}) is in <strong>{now}</strong> now{was && `, and no longer in ${was}`}. Tools for PCNs start with
      it.
    </>
  );
}

function TakenOver({ news: { kind, successors } }: { news: News }) {
  const [only] = successors;
  if (!only) {
    return (
      <p className="mt-2">
        The register names no successor. <Link href={`/accounts/profile/link-${kind}/`}>Find where you work now</Link>
      </p>
    );
  }
  if (successors.length === 1) {
    return (
      <p className="mt-2">
        {only.name} ({only.code}) took over. <Offer kind={kind} successor={only} />
      </p>
    );
  }
  return (
    <>
      <p className="mt-2">It was split. If you work for one of these now, ask to join it:</p>
      <ul className="mt-1 grid gap-1">
        {successors.map(successor => (
          <li key={successor.code}>
            {[`${successor.name} (${successor.code})`, successor.town, successor.postcode].filter(Boolean).join(', ')}.{' '}
            <Offer kind={kind} successor={successor} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Offer({ kind, successor: { code, name, standing, membershipId, joinable } }: OfferProps) {
  if (standing === 'active') return <>You belong to it.</>;
  if (standing === 'pending' || standing === 'invited') {
    return (
      <Link href={`/accounts/profile/requests/${membershipId}/`} prefetch={false}>
        See your request<span className="sr-only">: {name}</span>
      </Link>
    );
  }
  if (!joinable) return null;
  return (
    <Link href={`/accounts/profile/link-${kind}/${code}/`} prefetch={false}>
      Ask to join {name}
    </Link>
  );
}

type OfferProps = { kind: News['kind']; successor: Successor };
