/** What else a page keeps in the browser. */
export const storage = [
  {
    name: 'typed',
    purpose:
      'Holds what you typed into a form, but no password or code, in case your session has ended when you send it.',
    when: 'You send a form while signed in.',
    until: 'When the next page opens, or the tab is closed. After a sign-in it first fills the form again.',
  },
];

/** Every cookie of the product; a test compares this list with what a browser was given. */
export const cookies = [
  {
    name: 'session',
    purpose: 'Keeps you signed in. It holds a random number and nothing about you.',
    when: 'You sign in.',
    until: 'When you sign out or close the browser; after 30 days at most if you asked to stay signed in.',
  },
  {
    name: 'has-session',
    purpose: 'Lets the public pages know that it is worth asking who is signed in. Its value is always 1.',
    when: 'You sign in.',
    until: 'Together with session.',
  },
  {
    name: 'active-workspace',
    purpose: 'Remembers which practice or PCN you work in, so that tools open on it.',
    when: 'You choose a workspace.',
    until: 'When you sign out; otherwise after 30 days.',
  },
  {
    name: 'pending-registration',
    purpose: 'Remembers which registration this browser began, so that you can confirm it with the code.',
    when: 'You create an account.',
    until: 'When you sign in; otherwise after 30 days.',
  },
  {
    name: 'second-step',
    purpose: 'Remembers that your password was right until you have typed a code or used a passkey.',
    when: 'You sign in to an account that has an authenticator app or a passkey.',
    until: 'When you are signed in; otherwise after 10 minutes.',
  },
  {
    name: 'mailed-link',
    purpose: 'Holds the token of a link you opened from an email, so that it does not stay in the address.',
    when: 'You open such a link.',
    until: 'When you sign in; otherwise after an hour.',
  },
  {
    name: 'asked-for',
    purpose: 'Holds the email address you asked a new password for, sealed, to show it on the next page.',
    when: 'You ask for a new password.',
    until: 'When you sign in; otherwise after an hour.',
  },
  {
    name: 'setup',
    purpose: 'Holds the code of the first administrator’s link while they set the site up.',
    when: 'The set-up link is opened.',
    until: 'When the set-up is done; otherwise after an hour.',
  },
  {
    name: 'next-auth.csrf-token, next-auth.callback-url',
    purpose: 'Guard the sign-in interface for programs. The pages of this site do not use them.',
    when: 'A program asks that interface.',
    until: 'When the browser is closed.',
  },
];
