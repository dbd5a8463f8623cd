import { render, toPlainText } from '@react-email/render';
import type { z } from 'zod';
import { accountClosed } from './account-closed';
import { accountDisabled } from './account-disabled';
import { accountEnabled } from './account-enabled';
import { accountReopened } from './account-reopened';
import { addressChanged } from './address-changed';
import { addressPutBack } from './address-put-back';
import { alreadyRegistered } from './already-registered';
import { checkUnanswered } from './check-unanswered';
import { confirmAddress } from './confirm-address';
import { confirmNewAddress } from './confirm-new-address';
import { dataWaiting } from './data-waiting';
import { decisionTakenBack } from './decision-taken-back';
import { exportReady } from './export-ready';
import { factorChanged } from './factor-changed';
import { factorNeeded } from './factor-needed';
import { factorRemoval } from './factor-removal';
import { factorRemoved } from './factor-removed';
import { invitation } from './invitation';
import { invitationAnswered } from './invitation-answered';
import type { Site } from './layout';
import { memberCheck } from './member-check';
import { membershipLapsed } from './membership-lapsed';
import { membershipRemoved } from './membership-removed';
import { newDevice } from './new-device';
import { organisationWithoutAdmin } from './organisation-without-admin';
import { passwordChanged } from './password-changed';
import { pcnDeciding } from './pcn-deciding';
import { recoveryCodeUsed } from './recovery-code-used';
import { registerNews } from './register-news';
import { requestApproved } from './request-approved';
import { requestClosed } from './request-closed';
import { requestExpired } from './request-expired';
import { requestLate } from './request-late';
import { requestQuestion } from './request-question';
import { requestRejected } from './request-rejected';
import { requestWaiting } from './request-waiting';
import { requestsWaiting } from './requests-waiting';
import { resetPassword } from './reset-password';
import { roleChanged } from './role-changed';
import { signInSlowed } from './sign-in-slowed';

/** Every mail the product sends. */
export const mails = {
  'account-closed': accountClosed,
  'account-disabled': accountDisabled,
  'account-enabled': accountEnabled,
  'account-reopened': accountReopened,
  'address-changed': addressChanged,
  'address-put-back': addressPutBack,
  'already-registered': alreadyRegistered,
  'check-unanswered': checkUnanswered,
  'confirm-address': confirmAddress,
  'data-waiting': dataWaiting,
  'confirm-new-address': confirmNewAddress,
  'export-ready': exportReady,
  'factor-needed': factorNeeded,
  'factor-removal': factorRemoval,
  'factor-removed': factorRemoved,
  'factor-changed': factorChanged,
  invitation,
  'invitation-answered': invitationAnswered,
  'member-check': memberCheck,
  'membership-lapsed': membershipLapsed,
  'membership-removed': membershipRemoved,
  'new-device': newDevice,
  'organisation-without-admin': organisationWithoutAdmin,
  'password-changed': passwordChanged,
  'pcn-deciding': pcnDeciding,
  'recovery-code-used': recoveryCodeUsed,
  'register-news': registerNews,
  'decision-taken-back': decisionTakenBack,
  'request-approved': requestApproved,
  'request-closed': requestClosed,
  'request-expired': requestExpired,
  'request-late': requestLate,
  'request-question': requestQuestion,
  'request-rejected': requestRejected,
  'request-waiting': requestWaiting,
  'requests-waiting': requestsWaiting,
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
