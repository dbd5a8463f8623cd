import { render, toPlainText } from '@react-email/render';
import type { z } from 'zod';
import { confirmAddress } from './confirm-address';
import type { Site } from './layout';

/** Every mail the product sends. */
export const mails = {
  'confirm-address': confirmAddress,
};

export type MailKind = keyof typeof mails;
export type MailProps<K extends MailKind> = z.infer<(typeof mails)[K]['props']>;

/** Subject, plain text and HTML with equal content. User text is escaped; a subject never spans lines. */
export async function renderMail(kind: MailKind, props: unknown, site: Site) {
  const { subject, body } = mails[kind].write(props, site);
  const html = await render(body);
  return { subject, html, text: toPlainText(html) };
}
