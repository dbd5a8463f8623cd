import { origin } from '../support/installation';

const { host } = new URL(origin);

/** Ways to write another site so that a careless check takes it for a path of this one: for every route that redirects. */
export const wishes = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  '/./\\evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/%2F%2Fevil.example',
  '/%2f/evil.example',
  '/%5Cevil.example',
  '/%09/evil.example',
  'https://evil.example',
  'https:evil.example',
  `http://${host}//evil.example`,
  `https://${host}//evil.example`,
  `http://${host}@evil.example`,
  `http://${host}.evil.example`,
  '/@evil.example/../../\\evil.example',
  'javascript:alert(1)//evil.example',
  'data:text/html,evil.example',
];

/** Whether a browser that is led there stays on this site, and takes the wish nowhere along. */
export function staysHere(location: string | null) {
  if (location === null) return false;
  const there = new URL(location, `${origin}/somewhere/`);
  return there.origin === origin && !decodeURIComponent(location).includes('evil.example');
}
