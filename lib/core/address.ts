import { z } from 'zod';

const MAX_ADDRESS = 254;

/** The one form in which an e-mail address is compared and stored: no outer spaces, NFKC, lower case. */
const canonical = (typed: string) => typed.trim().normalize('NFKC').toLowerCase();

// Plain ASCII addresses with one @: quoted local parts, comments, homoglyphs and several @ are refused everywhere,
// because systems disagree on what they mean (GHSA-7rqj-j65f-68wh).
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

function isAddress(address: string): boolean {
  const parts = address.split('@');
  const [local, domain] = parts;
  if (parts.length !== 2 || !local || !domain || local.length > 64 || address.length > MAX_ADDRESS) return false;
  const labels = domain.split('.');
  return (
    LOCAL.test(local) && labels.length > 1 && labels.every(label => LABEL.test(label)) && /[a-z]/.test(domain.slice(-1))
  );
}

/** An e-mail address in canonical form, or the sentence that says what is wrong. */
export const emailAddress = z
  .string()
  // Compared before normalisation too: a look-alike that NFKC would turn into a plain letter is refused, not corrected.
  .refine(typed => typed.trim().toLowerCase() === canonical(typed) && isAddress(canonical(typed)), {
    message: 'Enter an email address in the correct format, like name@nhs.net',
  })
  .transform(canonical);
