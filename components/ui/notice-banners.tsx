import Link from 'next/link';
import type { ReactNode } from 'react';
import { Banner } from './banner';

/** What the last acts left to be said on the next page, once; nothing where there is nothing. */
export function NoticeBanners({ notices = [], undo }: Props) {
  return notices.map(({ id, tone, text, link, undo: event }) => (
    <Banner
      key={id}
      tone={tone === 'success' ? 'done' : 'important'}
      undo={
        (link || event) && (
          <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
            {link && (
              <Link href={link.href} prefetch={false}>
                {link.text}
              </Link>
            )}
            {event && undo?.(event)}
          </div>
        )
      }
    >
      {text}
    </Banner>
  ));
}

type Props = {
  notices?: readonly Said[];
  /** A form that takes the act of this event back. */
  undo?: (event: string) => ReactNode;
};

type Said = {
  id: string;
  tone: 'success' | 'important';
  text: string;
  link?: { href: string; text: string };
  undo?: string;
};
