// Codes have the shape of real ones and are free: published practice codes go on with 8, 9 or (after Y) 0, no published
// PCN code has these endings, and no area these numbers. A test compares them with the real files where they are at hand.

const LETTERS = 'ABCDEFGHJKLMNP';
const PCN_ENDINGS = ['002', '011', '016', '017', '021', '023', '027', '029', '035', '038', '040', '046', '060', '061'];
const AREAS = [21, 23, 24, 29, 31, 33, 38, 44, 47, 55, 58, 63, 66, 74, 81];
const AREA_LETTERS = 'CDFGHJKM';

/** A10007, … ; every twentieth starts with Y, as practices opened since 2000 do. */
export function practiceCode(index: number): string {
  const letter = index % 20 === 19 ? 'Y' : (LETTERS[Math.floor(index / 500) % LETTERS.length] ?? 'A');
  return `${letter}${1 + (index % 7)}${String((index * 7) % 10_000).padStart(4, '0')}`;
}

export const pcnCode = (index: number) =>
  `U${String(index % 100).padStart(2, '0')}${PCN_ENDINGS[Math.floor(index / 100) % PCN_ENDINGS.length]}`;

/** Three characters as before 2026, or five as the merged ones have since. */
export function subIcbCode(index: number): string {
  if (index % 12 === 11) return `K${index % 10}R${Math.floor(index / 12) % 10}D`;
  return `${AREAS[index % AREAS.length]}${AREA_LETTERS[Math.floor(index / AREAS.length) % AREA_LETTERS.length]}`;
}

export function icbCode(index: number): string {
  if (index % 6 === 5) return `H${Math.floor(index / 6)}V${index % 6}T`;
  return `Q${'BCD'[index % 3]}${'ABCDEFGHJKLMNPRS'[Math.floor(index / 3)]}`;
}

export const regionCode = (index: number) => `Y7${index + 1}`;

/** No post town of the United Kingdom has an area that begins with X. */
export function postcode(region: number, town: number, house: number): string {
  const inward = 'ABDEFGHJLNPQRSTUWXYZ';
  const area = `X${'ABCDEFG'[region % 7]}`;
  return `${area}${1 + (town % 89)} ${house % 10}${inward[Math.floor(house / 10) % 20]}${inward[(house * 3) % 20]}`;
}
