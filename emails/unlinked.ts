/**
 * What a person typed, so that no mail program makes a link of it (R27): a dot, a colon or an @ between two characters
 * gets a space after it. "J. Hart" stays as it is.
 */
export const unlinked = (typed: string): string =>
  typed
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/([.:@])(?=[^\s.])/g, '$1 ')
    .replace(/\/{2,}/g, '/')
    .trim();
