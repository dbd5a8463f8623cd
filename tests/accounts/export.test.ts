import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { beforeEach, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { askExport, giveUpExport, makeExport, removeOldExports } from '@/lib/accounts/commands/export';
import { findOwnExport, openOwnExport } from '@/lib/accounts/queries/exports';
import { DAY, MINUTE } from '@/lib/accounts/rules/limits';
import { personalExport } from '@/lib/accounts/schema/export';
import type { Person } from '@/lib/core/viewer';
import { db } from '@/lib/platform/db';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined, later, system } from '../support/people';
import { letters } from './mailbox';

await testDatabase();

let asha: Person & { sessionToken: string };
beforeEach(async () => {
  asha = await aPerson({ name: 'Asha Patel' });
});

async function made(viewer: Person = asha) {
  const asked = await askExport(viewer);
  if (!asked.ok) throw new Error(asked.refusal);
  await makeExport(system(viewer.now), asked.value.id);
  return asked.value.id;
}

/** The names of the files in a ZIP with their text. */
async function unpack(id: string, viewer: Person = asha): Promise<Record<string, string>> {
  const file = await openOwnExport(viewer, id);
  if (!file) throw new Error('no file');
  const zip = await fromBufferPromise(await buffer(file.body));
  const content: Record<string, string> = {};
  for await (const entry of zip.eachEntry())
    content[entry.fileName] = await text(await zip.openReadStreamPromise(entry));
  return content;
}

describe('R63 an export', () => {
  test('R63 holds what is known about the person, in the documented shape, and nothing of anybody else', async () => {
    const { code } = await anOrganisation({ name: 'Elm Surgery' });
    await joined(asha, code, 'admin');
    const colleague = await aPerson({ name: 'Bala Colleague' });
    const theirs = await joined(colleague, code, 'member');
    await db().membershipEvent.create({
      data: { membershipId: theirs.id, at: asha.now, operation: 'approve', actorId: asha.userId, actorAs: 'admin' },
    });
    const packed = await unpack(await made());
    expect(Object.keys(packed).sort()).toEqual(['README.txt', 'data.json', 'schema.json']);
    const data = personalExport.parse(JSON.parse(packed['data.json'] ?? ''));
    expect(data.account).toMatchObject({ name: 'Asha Patel', email: asha.email });
    expect(data.memberships).toMatchObject([{ organisation: { code, name: 'Elm Surgery' }, role: 'admin' }]);
    expect(data.membershipEvents).toMatchObject([{ operation: 'approve', byYou: true, aboutYou: false }]);
    expect(data.sessions).toHaveLength(1);
    const all = Object.values(packed).join();
    for (const secret of ['Bala', colleague.email, colleague.userId, asha.sessionToken, 'argon2']) {
      expect(all).not.toContain(secret);
    }
  });

  test('R63 is downloaded by its owner alone, for seven days, and told by mail', async () => {
    const id = await made();
    const stranger = await aPerson({ platformAdmin: true });
    expect(await openOwnExport(stranger, id)).toBeNull();
    expect(await openOwnExport(asha, 'not-an-id')).toBeNull();
    expect(await findOwnExport(asha)).toMatchObject({ id, state: 'ready' });
    expect(await openOwnExport(later(asha, 7 * DAY - 1), id)).not.toBeNull();
    expect(await openOwnExport(later(asha, 7 * DAY), id)).toBeNull();
    expect(await findOwnExport(later(asha, 7 * DAY))).toBeNull();
    expect((await letters()).filter(({ kind, to }) => kind === 'export-ready' && to === asha.email)).toHaveLength(1);
  });

  test('is made once, however often and in how many places its job runs', async () => {
    const id = await made();
    await Promise.all(Array.from({ length: 5 }, () => makeExport(system(), id)));
    expect((await letters()).filter(({ kind, to }) => kind === 'export-ready' && to === asha.email)).toHaveLength(1);
    expect(await db().audit.count({ where: { action: 'export.made', personId: asha.userId } })).toBe(1);
  });

  test('is ordered once at a time, also by ten presses at once', async () => {
    const presses = await Promise.all(Array.from({ length: 10 }, () => askExport(asha)));
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findOwnExport(asha)).toMatchObject({ state: 'making' });
  });

  test('that could not be made says so and can be ordered again', async () => {
    const asked = await askExport(asha);
    await giveUpExport(system(), asked.ok ? asked.value.id : '');
    expect(await findOwnExport(asha)).toMatchObject({ state: 'failed' });
    expect((await unpack(await made(later(asha, MINUTE))))['data.json']).toContain(asha.email);
  });

  test('is removed from the file store when its time is over, by one run or two', async () => {
    const id = await made();
    const file = path.join(process.env.DATA_DIR ?? '', 'files/exports', id);
    expect((await readFile(file)).length).toBeGreaterThan(100);
    const night = system(later(asha, 7 * DAY).now);
    await Promise.all([removeOldExports(night), removeOldExports(night)]);
    expect(await removeOldExports(night)).toBe(0);
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });

  test('R42 needs a fresh sign-in', async () => {
    expect(await askExport(later(asha, 16 * MINUTE))).toMatchObject({ refusal: 'not-fresh' });
    expect((await askExport(later(asha, 14 * MINUTE))).ok).toBe(true);
  });
});
