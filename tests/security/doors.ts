import type { MailKind } from '@/emails/catalogue';

/**
 * The doors that take an e-mail address somebody typed, by their file under app/accounts. Each stands in the tests that
 * compare what they answer (enumeration.e2e.ts) and how long it takes (timing.test.ts): a new one does not compile until
 * it has both.
 */
export const addressDoors = [
  'register/actions.ts',
  'login/actions.ts',
  'password-reset/actions.ts',
  'password-reset/sent/actions.ts',
  'verify/sent/actions.ts',
  'profile/email/actions.ts',
] as const;
export type AddressDoor = (typeof addressDoors)[number];

/** A mail whose link carries a token: the door that it opens, and the one that acts when its button is pressed. */
type MailedLink = { kind: MailKind; opens: string; acts: string; button: string };

/** The links that mails carry. A new mail with a token is on this list, or a test fails (mailed-links.e2e.ts). */
export const mailedLinks: readonly MailedLink[] = [
  {
    kind: 'confirm-address',
    opens: 'verify/route.ts',
    acts: 'verify/confirm/actions.ts',
    button: 'Confirm this address',
  },
  ...(['reset-password', 'sign-in-slowed', 'address-put-back'] as const).map(kind => ({
    kind,
    opens: 'password-reset/open/route.ts',
    acts: 'password-reset/new/actions.ts',
    button: 'Save password',
  })),
  {
    kind: 'confirm-new-address',
    opens: 'profile/email/open/route.ts',
    acts: 'profile/email/confirm/actions.ts',
    button: 'Confirm this address',
  },
  {
    kind: 'address-changed',
    opens: 'profile/email/undo/route.ts',
    acts: 'profile/email/undo/confirm/actions.ts',
    button: 'Put this address back',
  },
  {
    kind: 'account-closed',
    opens: 'restore/route.ts',
    acts: 'restore/confirm/actions.ts',
    button: 'Keep my account',
  },
  {
    kind: 'factor-removal',
    opens: 'stop-removal/route.ts',
    acts: 'stop-removal/confirm/actions.ts',
    button: 'Stop the removal',
  },
];

/**
 * What leads on to an address that came with the request, by its file. Each stands in redirects.e2e.ts with an act of its
 * own; a file that begins to do so is not let in without one (redirects.test.ts).
 */
export const leadingOn = [
  'app/(entry)/accounts/login/actions.ts',
  'app/(entry)/accounts/login/code/actions.ts',
  'app/(entry)/accounts/login/page.tsx',
  'app/(entry)/accounts/register/actions.ts',
  'app/(entry)/accounts/register/page.tsx',
  'app/(app)/accounts/confirm/actions.ts',
  'app/(app)/accounts/confirm/page.tsx',
  'app/(app)/accounts/factor-needed/page.tsx',
  'app/(app)/w/actions.ts',
  'app/(app)/workspaces/actions.ts',
  'app/(app)/workspaces/lost/route.ts',
  'lib/web/action.ts',
  'lib/web/powers.ts',
  'lib/web/viewer.ts',
] as const;
export type LeadingOn = (typeof leadingOn)[number];
