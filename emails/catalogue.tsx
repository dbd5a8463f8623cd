import { render, toPlainText } from '@react-email/render';
import type { z } from 'zod';
import { alreadyRegistered } from './already-registered';
import { confirmAddress } from './confirm-address';
import type { Site } from './layout';
import { membershipRemoved } from './membership-removed';
import { passwordChanged } from './password-changed';
import { requestApproved } from './request-approved';
import { requestExpired } from './request-expired';
import { requestLate } from './request-late';
import { requestRejected } from './request-rejected';
import { requestWaiting } from './request-waiting';
import { resetPassword } from './reset-password';
import { roleChanged } from './role-changed';
import { signInSlowed } from './sign-in-slowed';

/** Every mail the product sends. */
export const mails = {
  'already-registered': alreadyRegistered,
  'confirm-address': confirmAddress,
  'membership-removed': membershipRemoved,
  'password-changed': passwordChanged,
  'request-approved': requestApproved,
  'request-expired': requestExpired,
  'request-late': requestLate,
  'request-rejected': requestRejected,
  'request-waiting': requestWaiting,
  'reset-password': resetPassword,
  'role-changed': roleChanged,
  'sign-in-slowed': signInSlowed,
};

export type MailKind = keyof typeof mails;
export type MailProps<K extends MailKind> = z.infer<(typeof mails)[K]['props']>;

/** Subject, plain text and HTML with equal content. User text is escaped; a subject never spans lines. */
export async function renderMail(kind: MailKind, props: unknown, site: Site) {
  const { subject, body } = mails[kind].write(props, site);
  const html = await render(body);
  return { subject, html, text: toPlainText(html) };
}
