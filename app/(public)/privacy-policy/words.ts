export const kept = [
  {
    what: 'Your name and email address',
    why: 'To sign you in, to write to you, and to show deciders who asks to join.',
    until: 'Until you close the account.',
  },
  {
    what: 'Your password',
    why: 'To know that it is you. We keep a fingerprint of it, from which it cannot be read back.',
    until: 'Until you change it or close the account.',
  },
  {
    what: 'Where you are signed in',
    why: 'To keep you signed in and to let you end it elsewhere.',
    until: 'Until you sign out; at most 30 days.',
  },
  {
    what: 'Requests and memberships',
    why: 'To know which organisations you work with, who decided it and on what evidence.',
    until: 'Until you close the account; the decision itself stays without your name.',
  },
  {
    what: 'An address that somebody invited',
    why: 'To send the invitation, and to show it to the admins who sent it.',
    until: 'Until it is accepted, declined or cancelled; at most 14 days.',
  },
  {
    what: 'Presets',
    why: 'To open a tool again as you left it.',
    until: 'Until you delete them. One shared with a workspace stays there without your name.',
  },
  {
    what: 'Emails we sent you',
    why: 'To send each once, and to try again when it did not arrive.',
    until: 'Until they are delivered; then only that and when.',
  },
  {
    what: 'A record of what happened',
    why: 'To find out what went wrong and who decided what.',
    until: 'It can be added to, not changed. Your name leaves it when the account is erased.',
  },
];

export const seen = [
  'Members of a workspace you belong to see your name and your role.',
  'Administrators of an organisation see your name, email address, role and message when you ask to join it, and while you belong to it.',
  'Platform administrators see accounts, requests and the record of what happened. They do not open presets that are not theirs.',
  'A mail service delivers our emails and a hosting service stores the database and files, both on behalf of the operator and for nothing else.',
];
