import { removalWords } from '../words';

/** Why somebody is removed at the yearly check, as they read it. */
export const REMOVED_AT_CHECK = removalWords.left;

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

/** What an admin's answers at the yearly check have led to. */
export function checkedWords({
  confirmed,
  removed,
  skipped,
  ended,
}: Record<'confirmed' | 'removed' | 'skipped', number> & { ended: boolean }): string {
  const said = [
    `${people(confirmed)} confirmed${removed > 0 ? `, ${people(removed)} removed` : ''}.`,
    ...(skipped > 0 ? [`${people(skipped)} had been dealt with by somebody else.`] : []),
    ended ? 'The check is finished. The next one is in a year.' : 'Your answers are saved. Others wait below.',
  ];
  return said.join(' ');
}

/** What the platform team's word on a last admin has led to. */
export const settledWords = (stays: boolean, name: string, organisation: string): string =>
  stays
    ? `${name} stays the admin of ${organisation} and is confirmed for a year.`
    : `The link of ${name} to ${organisation} has ended. Its requests wait for the platform team now. We have sent an email.`;
