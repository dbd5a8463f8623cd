import { render, toPlainText } from '@react-email/render';
import type { z } from 'zod';
import { confirmAddress } from './confirm-address';
import type { Site } from './layout';
import { membershipRemoved } from './membership-removed';
import { requestApproved } from './request-approved';
import { requestExpired } from './request-expired';
import { requestLate } from './request-late';
import { requestRejected } from './request-rejected';
import { requestWaiting } from './request-waiting';
import { roleChanged } from './role-changed';

/** Every mail the product sends. */
export const mails = {
  'confirm-address': confirmAddress,
  'membership-removed': membershipRemoved,
  'request-approved': requestApproved,
  'request-expired': requestExpired,
  'request-late': requestLate,
  'request-rejected': requestRejected,
  'request-waiting': requestWaiting,
  'role-changed': roleChanged,
};

export type MailKind = keyof typeof mails;
export type MailProps<K extends MailKind> = z.infer<(typeof mails)[K]['props']>;

/** Subject, plain text and HTML with equal content. User text is escaped; a subject never spans lines. */
export async function renderMail(kind: MailKind, props: unknown, site: Site) {
  const { subject, body } = mails[kind].write(props, site);
  const html = await render(body);
  return { subject, html, text: toPlainText(html) };
}
