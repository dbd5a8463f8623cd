import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { collectExport, type Section } from '@/lib/accounts/queries/collect-export';
import { personalTables } from '@/lib/accounts/rules/personal-data';
import { EXPORT_VERSION, personalExport } from '@/lib/accounts/schema/export';
import type { Person } from '@/lib/core/viewer';
import { exportPage } from '@/scripts/pages/export';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined } from '../support/people';

const { db } = await testDatabase();
type Db = Parameters<typeof collectExport>[0];

let person: Person;
let other: Person;
/** What a column is changed to, where not any value would do. */
let meaning: Record<string, string>;

const entries = Object.entries(personalTables);
const tables = entries.flatMap(([table, listed]) =>
  typeof listed.exported === 'string' ? [[table, listed] as const] : [],
);

/** One row about the person in every table that is exported. */
beforeAll(async () => {
  person = await aPerson({ name: 'Asha Everywhere' });
  other = await aPerson();
  const { userId, now } = person;
  const [here, there] = [await anOrganisation(), await anOrganisation()];
  const membership = await joined(person, here.code, 'member');
  const theirs = await joined(other, here.code, 'admin');
  await db.membershipEvent.create({
    data: { membershipId: membership.id, at: now, operation: 'approve', actorAs: 'admin', actorId: other.userId },
  });
  await db.invitation.create({
    data: {
      orgCode: here.code,
      address: 'new@elmgreen.nhs.uk',
      role: 'member',
      token: 'invited',
      invitedById: userId,
      createdAt: now,
      expires: now,
    },
  });
  await db.verificationToken.create({
    data: { identifier: 'verify:a', token: 'mailed', expires: now, userId, address: person.email, createdAt: now },
  });
  await db.preset.create({
    data: {
      requestId: randomUUID(),
      ownerId: userId,
      orgCode: here.code,
      tool: 'practice-overview',
      toolVersion: 1,
      name: 'Mine',
      settings: {},
      vintage: {},
    },
  });
  await db.mail.create({ data: { eventKey: 'one', kind: 'account-enabled', userId, createdAt: now } });
  await db.audit.create({ data: { at: now, action: 'session.begun', actorKind: 'user', actorId: userId } });
  const [set, otherSet] = ['one-set', 'other-set'];
  for (const id of [set, otherSet]) await db.$executeRaw`insert into datasets (id) values (${id})`;
  await db.datasetLoad.create({
    data: { datasetId: set, state: 'loaded', fileName: 'a.csv', sha256: 'a', loadedById: userId, loadedAt: now },
  });
  await db.datasetImport.create({
    data: { source: 'upload', state: 'waiting', fileName: 'a.csv', askedById: userId, askedAt: now, changedAt: now },
  });
  await db.savedFilter.create({ data: { userId, name: 'Late', search: 'age=late', createdAt: now } });
  await db.export.create({ data: { userId, createdAt: now } });
  await db.authenticator.create({ data: { userId, sealed: new Uint8Array(1), createdAt: now } });
  await db.passkey.create({
    data: { userId, name: 'Key', credentialId: 'key', publicKey: new Uint8Array(1), createdAt: now },
  });
  await db.recoveryCode.create({ data: { userId, digest: 'code', createdAt: now } });
  await db.knownDevice.create({ data: { userId, device: 'Edge', network: '', createdAt: now, lastSeenAt: now } });
  await db.factorRemoval.create({ data: { userId, evidence: 'Called', askedAt: now, due: now } });
  meaning = {
    'memberships.org_code': there.code,
    'invitations.org_code': there.code,
    'presets.org_code': there.code,
    'invitations.membership_id': membership.id,
    'membership_events.membership_id': theirs.id,
    'membership_events.actor_id': userId,
    'factor_removals.asked_by_id': userId,
    'audit.person_id': userId,
    'dataset_loads.dataset_id': otherSet,
    // A closed account has no address any more, and an active membership alone has a role.
    'users.state': 'disabled',
    'memberships.role': 'admin',
  };
});

type Listed = { by: readonly string[]; exported: Section };
type Column = { column: string; type: string; labels: string[] | null };

const columnsOf = (table: string) =>
  db.$queryRaw<Column[]>`
    select a.attname as "column", t.typname as type,
      (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid) as labels
    from pg_attribute a join pg_type t on t.oid = a.atttypid
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped`;

const values: Record<string, string> = {
  text: "'something else'",
  uuid: 'gen_random_uuid()',
  timestamptz: "'2031-05-06T07:08:09Z'",
  date: "'2031-05-06'",
  int4: '4711',
  int8: '4711',
  jsonb: `'{"something":"else"}'`,
  bytea: "'\\x0badc0de'",
  _text: "'{something,else}'",
};

function another({ column, type, labels }: Column, table: string): string {
  const meant = meaning[`${table}.${column}`];
  if (meant) return `'${meant}'`;
  if (type === 'bool') return `not ${column}`;
  // The last label, or where it is that already the first one.
  if (labels)
    return `case when ${column} = '${labels.at(-1)}' then '${labels[0]}' else '${labels.at(-1)}' end::${type}`;
  const value = values[type];
  if (!value) throw new Error(`What is another ${type}? (${table}.${column})`);
  return value;
}

class Undone extends Error {}

/** Whether the table’s part of the person’s export is another one when this column is. Nothing stays changed. */
async function shows(table: string, { by, exported }: Listed, column: Column): Promise<boolean> {
  let shown = false;
  const change = async (work: Db) => {
    // No foreign keys and no triggers: the audit is otherwise only added to.
    await work.$executeRawUnsafe('set local session_replication_role = replica');
    const before = JSON.stringify((await collectExport(work, person.userId))[exported]);
    const whose = by.map(name => `${name} = '${person.userId}'`).join(' or ');
    const active = table === 'memberships' && column.column === 'state' ? ', role = null' : '';
    const where = table === 'membership_events' ? `actor_id = '${other.userId}'` : whose;
    const count = await work.$executeRawUnsafe(
      `update ${table} set ${column.column} = ${another(column, table)}${active} where ${where}`,
    );
    expect(count, `${table} has a row`).toBe(1);
    const after = await collectExport(work, person.userId).catch(() => null);
    shown = JSON.stringify(after?.[exported]) !== before;
    throw new Undone();
  };
  await db.$transaction(change).catch(error => {
    if (!(error instanceof Undone)) throw error;
  });
  return shown;
}

describe('R63 the export, column by column', () => {
  test.each(tables)('R63 of %s shows everything but what is withheld for a reason', async (table, listed) => {
    const withheld: Record<string, string> = 'withheld' in listed ? listed.withheld : {};
    const columns = await columnsOf(table);
    expect(columns.map(({ column }) => column)).toEqual(expect.arrayContaining(Object.keys(withheld)));
    const hidden: string[] = [];
    for (const column of columns) if (!(await shows(table, listed, column))) hidden.push(column.column);
    expect(hidden.sort()).toEqual(Object.keys(withheld).sort());
  });

  test('R63 is what the JSON Schema in its ZIP says, and no other', async () => {
    const file = {
      version: EXPORT_VERSION,
      service: 'Haresign',
      made: person.now.toISOString(),
      ...(await collectExport(db, person.userId)),
    };
    const schema = z.fromJSONSchema(z.toJSONSchema(personalExport));
    expect(schema.safeParse(JSON.parse(JSON.stringify(file)))).toMatchObject({ success: true });
    const [first, ...rest] = file.sessions;
    for (const wrong of [
      { ...file, version: 2 },
      { ...file, passkeys: [{ name: 'Key' }] },
      { ...file, sessions: [{ ...first, began: 'yesterday' }, ...rest] },
      { ...file, secrets: 'argon2' },
    ]) {
      expect(schema.safeParse(JSON.parse(JSON.stringify(wrong))).success).toBe(false);
    }
  });

  test('R63 is documented part by part and field by field, with what is left out and why', () => {
    const page = exportPage();
    const parts = Object.entries(personalExport.shape).flatMap(([part, shape]) => {
      const fields = 'element' in shape ? shape.element : shape;
      return 'shape' in fields ? [[part, Object.keys(fields.shape)] as const] : [];
    });
    expect(parts.length).toBeGreaterThan(10);
    for (const [part, fields] of parts) {
      const [, section = ''] = page.split(`## \`${part}\``);
      for (const field of fields) expect(section.split('\n## ')[0], part).toContain(`| \`${field}\` |`);
    }
    for (const [table, listed] of entries) {
      if (typeof listed.exported !== 'string') expect(page).toContain(`| \`${table}\` | ${listed.exported.not} |`);
    }
  });
});
