import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { closeAccount } from '@/lib/accounts/commands/close-account';
import { askExport, makeExport } from '@/lib/accounts/commands/export';
import { keepHouse, keepOutbox } from '@/lib/accounts/commands/keep-house';
import { planRemoval } from '@/lib/accounts/commands/remove-factors';
import { DAY } from '@/lib/accounts/rules/limits';
import { db } from '@/lib/platform/db';
import { readOutbox } from '@/lib/platform/outbox';
import { hashPassword } from '@/lib/platform/passwords';
import { testDatabase } from '../support/database';
import { emptyOutbox, inOutbox } from '../support/outbox-folder';
import { aPerson, later, system, tuesday } from '../support/people';

await testDatabase();

const root = path.resolve(import.meta.dirname, '../..');
const script = path.join(root, 'tests/support/keep-house.ts');

const counts = z.object({
  sessions: z.number(),
  tokens: z.number(),
  accounts: z.number(),
  exports: z.number(),
  erased: z.number(),
  factors: z.number(),
});

/** Keeps house in another process. */
async function keepElsewhere(at: Date) {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, at.toISOString()], {
    cwd: root,
    env: { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.scripts.json' },
  });
  return counts.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}

test('R63 two processes that keep house at the same moment do each thing once, and a third finds nothing', async () => {
  const staff = await aPerson({ platformAdmin: true });
  const leaver = await aPerson();
  const keeper = await aPerson();
  await aPerson({ unverified: true });
  await db().user.update({
    where: { id: leaver.userId },
    data: { passwordHash: await hashPassword('purple tractor biscuit') },
  });
  await closeAccount(leaver, { email: leaver.email, password: 'purple tractor biscuit', handOvers: {} });
  const exported = await askExport(keeper);
  await makeExport(system(), exported.ok ? exported.value.id : '');
  await db().passkey.create({
    data: {
      userId: keeper.userId,
      name: 'Key',
      credentialId: 'k',
      publicKey: new Uint8Array(1),
      transports: [],
      createdAt: tuesday,
    },
  });
  await planRemoval(staff, { id: keeper.userId, evidence: 'Called back' });

  const night = later(staff, 31 * DAY).now;
  const both = await Promise.all([keepElsewhere(night), keepElsewhere(night)]);
  const sum = (key: keyof (typeof both)[0]) => both.reduce((total, one) => total + one[key], 0);
  expect(sum('accounts')).toBe(1);
  expect(sum('erased')).toBe(1);
  expect(sum('factors')).toBe(1);
  expect(sum('exports')).toBeGreaterThan(0);
  expect(await keepElsewhere(night)).toEqual({
    sessions: 0,
    tokens: 0,
    accounts: 0,
    exports: 0,
    erased: 0,
    factors: 0,
  });
  const erased = { action: { in: ['account.erased', 'account.removed-unconfirmed', 'factor.removed-by-platform'] } };
  expect(await db().audit.count({ where: erased })).toBe(3);
  expect(await db().user.findUnique({ where: { id: keeper.userId } })).toMatchObject({ state: 'active' });
}, 90_000);

test('R63 a letter that could not be sent names nobody after 30 days; one that still may be sent is kept', async () => {
  const person = await aPerson();
  const mail = (eventKey: string, createdAt: Date) =>
    db().mail.create({
      data: { eventKey, kind: 'account-enabled', userId: person.userId, sealed: new Uint8Array(9), createdAt },
    });
  const [old, young] = [await mail('old', tuesday), await mail('young', later(person, 29 * DAY).now)];
  await keepHouse(system(later(person, 30 * DAY + 1).now));
  expect(await db().mail.findUnique({ where: { id: old.id } })).toMatchObject({ sealed: null });
  expect((await db().mail.findUnique({ where: { id: young.id } }))?.sealed).not.toBeNull();
});

test('R63 the local outbox keeps a mail for 30 days, as long as one that could not be sent', async () => {
  await emptyOutbox();
  await inOutbox({ to: 'old@elmgreen.nhs.uk', createdAt: tuesday });
  await inOutbox({ to: 'young@elmgreen.nhs.uk', createdAt: later({ now: tuesday }, DAY).now });
  expect(await keepOutbox(system(later({ now: tuesday }, 30 * DAY + 1).now))).toBe(1);
  expect((await readOutbox(9)).map(({ to }) => to)).toEqual(['young@elmgreen.nhs.uk']);
});
