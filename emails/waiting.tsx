import type { ReactNode } from 'react';
import { z } from 'zod';
import { ActionLink, Paragraph, type Site } from './layout';

// What the mails about requests that wait have in common: one request, or several.

export const waitingRequest = z.object({
  person: z.string(),
  claim: z.string(),
  asked: z.string(),
  organisation: z.string(),
  code: z.string(),
});

export const LATE = 'The admins there have not decided within 5 working days, so you can decide now.';

/** The way to the page on which it is decided. */
export function ToDecide({ site, path, children }: { site: Site; path: string; children: ReactNode }) {
  return (
    <>
      <ActionLink href={`${site.url}${path}`}>{children}</ActionLink>
      <Paragraph>Nothing happens until somebody decides on that page.</Paragraph>
    </>
  );
}
