import { accountOperations } from '@/lib/accounts/rules/operations';
import { auditOperations } from '@/lib/audit/rules/operations';
import { type ActorName, actorNames, actors, type OperationTable } from '@/lib/core/operations';
import { datasetOperations } from '@/lib/datasets/rules/operations';
import { membershipOperations } from '@/lib/memberships/rules/operations';
import { presetOperations } from '@/lib/presets/rules';
import { workspaceOperations } from '@/lib/workspaces/rules';
import { generated, tableOf } from './markdown';

/** All rooms that have something to permit, in the order of the house. */
export const rooms = {
  'Public data': datasetOperations,
  'Requests and members': membershipOperations,
  Workspaces: workspaceOperations,
  Presets: presetOperations,
  'What was written down': auditOperations,
  Accounts: accountOperations,
} as const satisfies Record<string, OperationTable>;

/** docs/permissions.md: every operation and every actor. */
export function permissionsPage(): string {
  const sections = Object.entries(rooms).map(([room, table]) => `## ${room}\n\n${grid(table)}`);
  return `# Who may do what

${generated}

Seen from one practice with two admins: “Member” is a member of it, “Admin” an admin of it, and the waiting request is one to
join it that they have left for more than 5 working days. What is not ticked is refused, looks as if it did not exist, and
changes nothing. Keys of the API can do at most what their owner can; they come with the API.

${sections.join('\n\n')}
`;
}

function grid(table: OperationTable): string {
  const head = ['', ...actorNames.map(name => actors[name])];
  const mark = (may: readonly ActorName[], name: ActorName) => (may.includes(name) ? 'yes' : '');
  return tableOf(
    head,
    Object.values(table).map(({ words, may }) => [words, ...actorNames.map(name => mark(may, name))]),
  );
}
