import { z } from 'zod';
import { personalTables } from '@/lib/accounts/rules/personal-data';
import { EXPORT_VERSION, personalExport } from '@/lib/accounts/schema/export';
import { generated, tableOf } from './markdown';

const parts: Record<string, string> = {
  account: 'The person.',
  sessions: 'Where the person is signed in.',
  mailedLinks: 'Links that were mailed: for what, to which address, when used. Never the link itself.',
  memberships: 'Organisations and requests, with what the person wrote.',
  invitations: 'Invitations that wait: those to the person, and those they sent, without the addresses of others.',
  membershipEvents: 'What was decided, by and about the person; evidence only where it is about them.',
  presets: 'The person’s own, and those they saved in workspaces.',
  savedFilters: 'Filters of the platform team’s list of requests that the person saved under a name.',
  mails: 'Which emails were sent.',
  activity: 'The audit’s entries by and about the person.',
  dataLoads: 'Data files they loaded.',
  dataImports: 'Data files they asked to load.',
  exports: 'Earlier exports.',
  authenticators: 'The authenticator app, without its secret.',
  passkeys: 'Passkeys, without their keys.',
  recoveryCodes: 'That there are recovery codes. The codes themselves cannot be read back.',
  knownDevices: 'Devices on which they signed in before.',
  factorRemovals: 'Help with a lost second factor.',
};

const described = z.object({
  description: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).default('any JSON'),
  properties: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
});
const types: Record<string, string> = { string: 'text', boolean: 'yes or no' };
const object = z.object({ properties: z.record(z.string(), z.unknown()) });
const list = z.object({ items: object });

/** docs/export.md: what is in the file that a person gets, field by field, and what is not. */
export function exportPage(): string {
  const whole = object.parse(z.toJSONSchema(personalExport)).properties;
  const tables = Object.entries(personalTables);
  const left = tables.flatMap(([name, { exported }]) =>
    typeof exported === 'string' ? [] : [[`\`${name}\``, exported.not]],
  );
  const withheld = tables.flatMap(([name, listed]) =>
    Object.entries('withheld' in listed ? listed.withheld : {}).map(([column, why]) => [`\`${name}.${column}\``, why]),
  );
  return `# The export: everything about one person

${generated}

A signed-in person asks for it at \`/accounts/profile/export/\`. It is one ZIP file, made by a job, kept for 7 days in the
file store and downloaded behind sign-in:

${tableOf(
  ['file', 'what'],
  [
    ['`data.json`', 'the data, UTF-8, times in UTC (ISO 8601)'],
    ['`schema.json`', 'JSON Schema of `data.json`, made from `lib/accounts/schema/export.ts`'],
    ['`README.txt`', 'these sentences, shorter'],
  ],
)}

\`data.json\` has a \`version\` (now ${EXPORT_VERSION}), the name of the \`service\`, when it was \`made\`, and the parts below. A part or a field
may be added without a new version; nothing is taken away or given another meaning without one.

${Object.entries(parts)
  .map(([part, words]) => `## \`${part}\`\n\n${words}\n\n${fieldsOf(whole[part])}`)
  .join('\n\n')}

## What is not in it

Who other people are, and what cannot be read back. A test changes every column of every table that is exported and sees
that the export changes with it, except for these:

${tableOf(['column', 'why'], withheld)}

And these tables:

${tableOf(['table', 'why'], left)}

\`lib/accounts/rules/personal-data.ts\` lists every table of the database, and what becomes of it when an account is erased;
a test fails when a table is not listed there.
`;
}

function fieldsOf(part: unknown): string {
  const array = list.safeParse(part);
  const { properties } = array.success ? array.data.items : object.parse(part);
  return tableOf(
    ['field', 'what'],
    Object.entries(properties).map(([field, shape]) => [`\`${field}\``, wordsFor(shape)]),
  );
}

function wordsFor(shape: unknown): string {
  const { description, type, properties, anyOf } = described.parse(shape);
  const kinds = [type].flat();
  const nullable = anyOf || kinds.includes('null') ? ', or null' : '';
  if (description) return `${description}${nullable}`;
  if (anyOf) return `${wordsFor(anyOf[0])}${nullable}`;
  if (properties) return Object.keys(object.parse(shape).properties).join(', ');
  const [kind = ''] = kinds;
  return `${types[kind] ?? kind}${nullable}`;
}
