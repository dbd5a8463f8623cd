import Link from 'next/link';
import { Banner } from './banner';

/** What the last act left to be said on the next page, once; nothing where there is nothing. */
export function NoticeBanner({ notice }: { notice: Said | null }) {
  if (!notice) return null;
  const { tone, text, link } = notice;
  return (
    <Banner
      tone={tone === 'success' ? 'done' : 'important'}
      undo={
        link && (
          <Link href={link.href} prefetch={false}>
            {link.text}
          </Link>
        )
      }
    >
      {text}
    </Banner>
  );
}

type Said = { tone: 'success' | 'important'; text: string; link?: { href: string; text: string } };
