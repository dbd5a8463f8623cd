/** The words of a name or a search, in the one form in which they are compared. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’‘`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter(word => word !== '')
    .map(word => ONE_FORM[word] ?? word);
}

const ONE_FORM: Record<string, string> = { doctor: 'dr', doctors: 'drs', center: 'centre', ctr: 'centre' };

/** The words under which a word of a name is found: "St" and "Saint" are one. */
export const formsOf = (word: string): string[] => (word === 'st' || word === 'saint' ? ['st', 'saint'] : [word]);

/** A whole name in one form, for comparing beginnings. */
export const keyOf = (words: string[]): string => words.map(word => (word === 'saint' ? 'st' : word)).join(' ');

/** Letters and digits only, in capitals: how codes and postcodes are compared. */
export const compact = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
