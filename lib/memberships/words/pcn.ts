import type { Result } from '@/lib/core/result';

/** What an admin's word about their PCN has led to. */
export function pcnWords(decides: boolean, pcn: string, changed: boolean): string {
  if (!changed) return decides ? `Admins of ${pcn} decide already.` : 'The PCN did not decide any more.';
  return decides
    ? `Admins of ${pcn} now decide requests too. We have sent an email to the admins on both sides.`
    : `Admins of ${pcn} no longer decide requests. We have sent an email to the admins on both sides.`;
}

/** What a practice lets its PCN do, and what it keeps for itself: read before the button is pressed. */
export const pcnConsequences = (pcn: string): { may: string[]; mayNot: string[] } => ({
  may: [
    'See who asks to join: name, email address, message and what shows that they belong.',
    'Let people in as members, reject requests with a reason, and ask for more.',
    'Hear of new requests by email.',
  ],
  mayNot: [
    'Make anybody an admin, change roles, remove people or invite them.',
    'See your members, your activity, your presets or anything else of the practice.',
    `Decide a day longer than you want: any admin of the practice can switch it off, and it ends by itself when the register says that you have left ${pcn}.`,
  ],
});

/** Where an admin of a PCN goes on when the practice has taken its word back meanwhile: its own pages are theirs no more. */
export const pageAfter = (result: Result<unknown, string>, page: string): string =>
  !result.ok && result.refusal === 'pcn-decides-no-more' ? `/w/${result.facts.pcn}/practices/` : page;
