import type { Evidence, Grade } from '../schema/requests';

type Facts = {
  email: string;
  verified: boolean;
  /** ODS code of the organisation. */
  code: string;
  colleagues: number;
  related: Evidence['related'];
};

/** Grades what shows that a person belongs (R17: for the decider's eyes; it decides nothing). */
export function grade({ email, verified, code, colleagues, related }: Facts): Evidence {
  const [local = '', domain = ''] = email.split('@');
  const ofAddress = verified ? gradeOfAddress(local, domain, code) : 'none';
  return {
    grade: strongest(ofAddress, related.length > 0 ? 'related' : 'none'),
    domain,
    colleagues: tellsPeopleApart(domain) ? colleagues : null,
    related,
    sharedMailbox: isSharedMailbox(local, code),
    lookAlike: isLookAlike(domain),
  };
}

/** nhs.net, nhs.uk and what is below nhs.uk, exactly; Wales has its own practices and is not England. */
export function isNhsDomain(domain: string): boolean {
  if (domain === 'wales.nhs.uk' || domain.endsWith('.wales.nhs.uk')) return false;
  return domain === 'nhs.net' || domain === 'nhs.uk' || domain.endsWith('.nhs.uk');
}

/** Does sharing this domain say anything about two people? Not for mail that everybody or the whole NHS uses. */
const tellsPeopleApart = (domain: string): boolean =>
  domain !== '' && domain !== 'nhs.net' && domain !== 'nhs.uk' && !isConsumer(domain);

function gradeOfAddress(local: string, domain: string, code: string): Grade {
  if (isConsumer(domain)) return 'consumer';
  if (!isNhsDomain(domain)) return 'elsewhere';
  return carriesCode(local, domain, code) ? 'code' : 'nhs';
}

// gp-p81002.nhs.uk as a label of the domain, or p81002.reception@nhs.net as a word of the local part.
function carriesCode(local: string, domain: string, code: string): boolean {
  const wanted = code.toLowerCase();
  const words = [...domain.split('.').flatMap(label => label.split('-')), ...local.split(/[^a-z0-9]+/)];
  return words.includes(wanted);
}

const strength: Record<Grade, number> = { none: 0, consumer: 1, elsewhere: 2, nhs: 3, related: 4, code: 5 };
const strongest = (one: Grade, other: Grade): Grade => (strength[one] >= strength[other] ? one : other);

const isLookAlike = (domain: string): boolean =>
  matches(patterns.nhsLike, domain) && !matches(patterns.genuine, domain);

const isSharedMailbox = (local: string, code: string): boolean =>
  matches(patterns.function, local) || local === code.toLowerCase();

const matches = (pattern: string, text: string) => new RegExp(pattern).test(text);

/**
 * What tells addresses apart, written so that the database reads it too: the queue is narrowed there. A test compares
 * the two.
 */
export const patterns = {
  /** Reads like an NHS address. */
  nhsLike: '(^|[.-])nhs([.-]|$)',
  /** Belongs to the NHS of a country, Wales and Scotland included. */
  genuine: '(^nhs\\.net$)|((^|\\.)nhs\\.(uk|scot)$)',
  /** The local part names a function, not a person. */
  function:
    '(^(admin|administrator|appointments|contact|enquir(y|ies)|hello|info|mail|manager|office|practice|prescriptions|reception|referrals|results|secretar(y|ies)|surgery|team)([._-]|$))|(^gp$)|([._-](reception|admin|secretaries|prescriptions)$)',
  /** Mail for everybody, where one name has many endings. */
  consumer: '^(hotmail|live|outlook|yahoo)\\.[a-z]{2,3}(\\.[a-z]{2})?$',
} as const;

/** Mail for everybody. */
export const consumerDomains: readonly string[] = [
  ...['aol.com', 'btinternet.com', 'btopenworld.com', 'fastmail.com', 'gmail.com', 'googlemail.com', 'gmx.com'],
  ...['gmx.co.uk', 'icloud.com', 'mac.com', 'mail.com', 'me.com', 'msn.com', 'ntlworld.com', 'o2.co.uk', 'pm.me'],
  ...['proton.me', 'protonmail.com', 'sky.com', 'talktalk.net', 'tiscali.co.uk', 'tutanota.com', 'virgin.net'],
  ...['virginmedia.com', 'ymail.com', 'zoho.com'],
];

const consumers = new Set(consumerDomains);

const isConsumer = (domain: string): boolean => consumers.has(domain) || matches(patterns.consumer, domain);
