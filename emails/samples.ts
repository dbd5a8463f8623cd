import type { MailKind, MailProps } from './catalogue';

const token = 'example-token';
const id = '00000000-0000-4000-8000-000000000000';
const elm = { organisation: 'Elm Surgery', code: 'A00001' };
const name = 'Example Person';

/** Each mail with something in it, for whoever reads or changes one. A new mail does not compile until it has a sample. */
export const samples: { [K in MailKind]: MailProps<K> } = {
  'account-closed': { name, until: '29 November 2026, 10:00', token },
  'account-disabled': { name, reason: 'Somebody else may have got into it' },
  'account-enabled': { name },
  'account-reopened': { name },
  'address-changed': { name, address: 'e•••@example.org', token },
  'address-put-back': { name, token },
  'already-registered': { name },
  'check-unanswered': { ...elm, id },
  'confirm-address': { name, token, code: '123456' },
  'confirm-new-address': { name, token, code: '123456' },
  'data-waiting': {
    news: 'to-confirm',
    dataset: 'GP practices, PCNs and ICBs',
    path: '/admin/datasets/imports/00000000-0000-4000-8000-000000000000/',
  },
  'export-ready': { name, until: '29 November 2026, 10:00' },
  'factor-changed': { name, what: 'passkey-added' },
  'factor-needed': { name, until: '29 November 2026', resting: false },
  'factor-removal': { name, due: '23 November 2026, 10:00', token },
  'factor-removed': { name },
  invitation: { ...elm, role: 'member', inviter: name, until: '6 December 2026', token },
  'invitation-answered': { ...elm, answer: 'accepted', address: 'example@example.org', name },
  'member-check': { ...elm, news: 'due', people: 7, until: '18 January 2027' },
  'membership-lapsed': { ...elm, kind: 'practice' },
  'membership-removed': { ...elm, reason: 'They no longer work here' },
  'new-device': { name, device: 'Edge on Windows', network: '192.0.2.0', at: '2026-11-22T10:00:00.000Z' },
  'organisation-without-admin': { ...elm, members: 3 },
  'password-changed': { name, sessionsEnded: 2 },
  'pcn-deciding': { practice: 'Elm Surgery', code: 'A00001', pcn: 'Hills PCN', news: 'on', side: 'practice' },
  'recovery-code-used': { name, left: 7 },
  'register-news': { ...elm, news: 'succeeded', since: '1 November 2026', successors: ['Oak Surgery (A00002)'] },
  'decision-taken-back': { ...elm, was: 'approval', id },
  'request-approved': { ...elm, role: 'admin', id },
  'request-closed': { ...elm, since: '1 November 2026', successors: ['Oak Surgery (A00002)'], id },
  'request-expired': { ...elm, id },
  'request-late': { ...elm, id },
  'request-question': { ...elm, question: 'Which site do you work at?', id },
  'request-rejected': { ...elm, reason: 'We do not know this person', again: '29 November 2026', id },
  'request-waiting': {
    ...elm,
    news: 'new',
    person: name,
    claim: 'Practice manager',
    asked: '22 November 2026',
    path: '/w/A00001/approvals/',
    platform: false,
    pcn: '',
  },
  'reset-password': { name, token, code: '123456' },
  'role-changed': { ...elm, role: 'admin' },
  'sign-in-slowed': { name, token },
};
