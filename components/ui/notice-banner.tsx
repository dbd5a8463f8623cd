import Link from 'next/link';
import type { ReactNode } from 'react';
import { Banner } from './banner';

/** What the last act left to be said on the next page, once; nothing where there is nothing. */
export function NoticeBanner({ notice, undo }: Props) {
  if (!notice) return null;
  const { tone, text, link } = notice;
  return (
    <Banner
      tone={tone === 'success' ? 'done' : 'important'}
      undo={
        <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
          {link && (
            <Link href={link.href} prefetch={false}>
              {link.text}
            </Link>
          )}
          {notice.undo && undo?.(notice.undo)}
        </div>
      }
    >
      {text}
    </Banner>
  );
}

type Props = {
  notice: Said | null;
  /** A form that takes the act of this event back. */
  undo?: (event: string) => ReactNode;
};

type Said = { tone: 'success' | 'important'; text: string; link?: { href: string; text: string }; undo?: string };
