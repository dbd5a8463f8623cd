import { csv } from '@/lib/core/csv';
import { formatDate, formatDateTime } from '@/lib/core/dates';
import { FORMER_MEMBER } from '@/lib/core/names';
import type { Step } from '../rules/access';
import type { AccessLine, AccessReceipt } from '../schema/access';
import { evidenceWords } from '../words';

const capacities: Record<string, string> = {
  self: 'by themselves',
  admin: 'as an admin of the organisation',
  platform: 'on the word of somebody in the organisation',
  clock: 'by the clock',
  register: 'by the register',
};

const nameOf = ({ actor, actorAs }: Step): string => {
  if (actorAs === 'platform') return 'The platform team';
  if (actorAs === 'clock' || actorAs === 'register') return 'Automatically';
  return actor ?? FORMER_MEMBER;
};

const capacityOf = ({ actorAs, actorOrg }: Step): string =>
  actorAs === 'pcn' ? `as PCN administrator of ${actorOrg ?? 'its PCN'}` : (capacities[actorAs] ?? actorAs);
const whoAndWhen = (step: Step): string => `${nameOf(step)}, ${capacityOf(step)}, ${formatDateTime(step.at)}`;

/** Who let them in: whoever approved the request, or invited them. */
const deciderOf = ({ access }: AccessLine): Step | null => access?.invitation ?? access?.entry ?? null;

/** How they came in, in a sentence. */
function howWords({ access }: AccessLine): string {
  if (!access?.entry) return 'Nothing is recorded of how this membership began.';
  const { entry, invitation } = access;
  if (invitation) return `Invited, and accepted on ${formatDate(entry.at)}.`;
  return entry.operation === 'approve' ? 'Asked, and was approved.' : 'Became a member.';
}

const authoriserWords = (step: Step | null): string =>
  step?.authoriser ? `${step.authoriser.name}, ${step.authoriser.position}. ${step.authoriser.checked}` : '';

const seenWords = (step: Step | null): string => (step?.evidence ? evidenceWords(step.evidence).join(' ') : '');

/** What stands beside a name: only what was recorded. */
export function accessFacts(line: AccessLine): { label: string; text: string }[] {
  const decider = deciderOf(line);
  const { roleGiven, confirmed } = line.access ?? { roleGiven: null, confirmed: null };
  return [
    { label: 'How', text: howWords(line) },
    { label: 'Decided by', text: decider ? whoAndWhen(decider) : '' },
    { label: 'Evidence seen', text: seenWords(decider) },
    { label: 'Authorised by', text: authoriserWords(decider) || authoriserWords(roleGiven) },
    {
      label: line.role === 'admin' ? 'Made admin by' : 'Made member by',
      text: roleGiven ? whoAndWhen(roleGiven) : '',
    },
    { label: 'Last confirmed', text: confirmed ? whoAndWhen(confirmed) : '' },
  ].filter(({ text }) => text);
}

/** What a receipt was made from, and what it cannot say. */
export function madeFrom({ steps, firstStep, day }: AccessReceipt): string[] {
  return [
    steps > 0 && firstStep
      ? `Made from ${steps === 1 ? '1 recorded step' : `${steps} recorded steps`} of memberships of this organisation, the first on ${formatDate(firstStep)}. Recorded steps are never changed.`
      : 'Made from the memberships as they stand: no step is recorded for this organisation up to this day.',
    'Evidence is what the decider was shown at that moment. Names are those of today; a former member is somebody whose account was erased since.',
    ...(day ? ['It does not say whether an account was disabled on that day, or what the person looked at.'] : []),
  ];
}

const HEAD = [
  'organisation_code',
  'organisation',
  'as_of_utc',
  'made_utc',
  'name',
  'email',
  'request',
  'role',
  'since_utc',
  'how',
  'decided_by',
  'decided_as',
  'decided_utc',
  'evidence',
  'authorised_by',
  'role_given_by',
  'role_given_utc',
  'last_confirmed_by',
  'last_confirmed_utc',
];

const flat = (receipt: AccessReceipt, made: Date, line: AccessLine): string[] => {
  const decider = deciderOf(line);
  const { roleGiven, confirmed } = line.access ?? { roleGiven: null, confirmed: null };
  return [
    receipt.code,
    receipt.name,
    receipt.at.toISOString(),
    made.toISOString(),
    line.name,
    line.email ?? '',
    line.reference,
    line.role,
    line.since.toISOString(),
    howWords(line),
    decider ? nameOf(decider) : '',
    decider ? capacityOf(decider) : '',
    decider?.at.toISOString() ?? '',
    seenWords(decider),
    authoriserWords(decider) || authoriserWords(roleGiven),
    roleGiven ? nameOf(roleGiven) : '',
    roleGiven?.at.toISOString() ?? '',
    confirmed ? nameOf(confirmed) : '',
    confirmed?.at.toISOString() ?? '',
  ];
};

/** The receipt as CSV: a row for each person, and in each of whom and when it is. */
export const accessCsv = (receipt: AccessReceipt, made: Date): string =>
  csv(
    HEAD,
    receipt.lines.map(line => flat(receipt, made, line)),
  );

/** The same as JSON, with what it was made from. */
export const accessJson = (receipt: AccessReceipt, made: Date): string =>
  `${JSON.stringify(
    {
      organisation: { code: receipt.code, name: receipt.name },
      asOf: receipt.at.toISOString(),
      made: made.toISOString(),
      madeFrom: madeFrom(receipt),
      people: receipt.lines.map(line =>
        Object.fromEntries(HEAD.slice(4).map((name, index) => [name, flat(receipt, made, line)[index + 4] ?? ''])),
      ),
    },
    null,
    1,
  )}\n`;
