/**
 * A path of this site to go back to, or the fallback. Only a plain path survives: `//evil`, `/\evil`, control
 * characters, encoded slashes, dots that climb, and anything with an origin are refused (R61).
 */
export function returnPath(wanted: string | null | undefined, fallback = '/accounts/profile/'): string {
  if (!wanted || wanted.length > 2000 || !wanted.startsWith('/') || hasTrick(wanted)) return fallback;
  try {
    const url = new URL(wanted, 'https://self.invalid');
    const same = url.origin === 'https://self.invalid' && url.pathname + url.search + url.hash === wanted;
    return same && !hasTrick(url.pathname) ? wanted : fallback;
  } catch {
    return fallback;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const trick = /[\u0000-\u0020\\\u007f]|\/\/|\/\.{1,2}(\/|$)|%(0|1|2f|5c|2e)/i;

function hasTrick(wanted: string): boolean {
  const path = wanted.split(/[?#]/, 1)[0] ?? '';
  return trick.test(path) || wanted.includes('\\') || /[\t\n\r]/.test(wanted);
}
