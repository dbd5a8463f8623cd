/** What the two ways of linking say differently. */
export const linkWords = {
  practice: {
    title: 'Link a practice',
    lead: 'Find the practice you work for. Someone there approves your request, usually within 2 working days.',
    label: 'Practice name, ODS code or postcode',
    hint: 'For example, Elm Surgery, A81001 or DH1 1AA. An ODS code is the letter and five digits on your payment statement.',
    noun: 'practice',
    missing: 'Practice not here?',
    instead: 'Working across several practices?',
    other: 'Link a PCN instead',
    otherHref: '/accounts/profile/link-pcn/',
  },
  pcn: {
    title: 'Link a PCN',
    lead: 'Find the primary care network (PCN) you work for. Someone there approves your request, usually within 2 working days.',
    label: 'PCN name, ODS code, or the name of one of its practices',
    hint: 'For example, Durham East PCN, U12345 or Elm Surgery. The code of a PCN is U and five digits.',
    noun: 'PCN',
    missing: 'PCN not here?',
    instead: 'Working for one practice?',
    other: 'Link a practice instead',
    otherHref: '/accounts/profile/link-practice/',
  },
} as const;
