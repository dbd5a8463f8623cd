import {
  type Capacity,
  capacities,
  type Operation,
  operations,
  type Standing,
  standings,
  transition,
  type When,
} from '@/lib/memberships/rules/machine';
import { operationWords } from '@/lib/memberships/words';
import { generated, tableOf } from './markdown';

const whens: Record<When, string> = {
  always: 'yes',
  theirs: 'no admin, or late',
  ownerless: 'no admin',
  alone: 'last admin',
};

const who: Record<Capacity, string> = {
  self: 'the person',
  admin: 'an admin',
  pcn: 'its PCN, if let',
  platform: 'platform team',
  clock: 'clock',
  register: 'register',
};

/** docs/transitions.md: the closed table of the membership machine. */
export function transitionsPage(): string {
  const rows = operations.map(operation => {
    const { from, to, by } = transition(operation);
    return [
      `\`${operation}\``,
      operationWords(operation),
      from.join(', '),
      to === 'same' ? 'the same' : to.join(' or '),
      ...capacities.map(capacity => whenWords(by[capacity])),
    ];
  });
  const head = ['operation', 'in words', 'from', 'to', ...capacities.map(capacity => who[capacity])];
  return `# How somebody comes to belong

${generated}

Where a person stands with an organisation is one of ${standings.length} standings. What the table does not list is
refused with its sentence and changes nothing. A decider is an admin of the organisation, never of themselves; an admin of
a practice’s PCN, while the practice lets them decide; the platform team where there is no admin, or where the admins let a
request wait for more than 5 working days.

${tableOf(head, rows)}

## From each standing

${tableOf(
  ['standing', 'what can happen'],
  standings.map(standing => [
    standing,
    operations.filter(operation => leaves(operation, standing)).join(', ') || 'nothing',
  ]),
)}
`;
}

const whenWords = (when: When | undefined): string => (when ? whens[when] : '');
const leaves = (operation: Operation, standing: Standing): boolean => transition(operation).from.includes(standing);
