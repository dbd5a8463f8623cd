import { describe, expect, it } from 'vitest';
import { findPerson } from '@/lib/accounts/queries/find-person';
import { type ActorName, actorNames } from '@/lib/core/operations';
import type { Person } from '@/lib/core/viewer';
import { rooms } from '@/scripts/pages/permissions';
import { testDatabase } from '../support/database';
import { listSizesLoaded } from '../support/list-sizes';
import { anOrganisation, tuesday } from '../support/people';
import { attempts, type OperationName } from './matrix/commands';
import { aPracticeWithEverybody, fingerprint, type Scene, setTheStage } from './matrix/scene';

await testDatabase();

async function aScene(): Promise<Scene> {
  const pcn = await anOrganisation({ kind: 'pcn' });
  const practice = await anOrganisation({ pcnCode: pcn.code });
  await listSizesLoaded('2026-04-01', { [practice.code]: 9_000 }, tuesday);
  return aPracticeWithEverybody({ code: practice.code, pcn }, await anOrganisation(), tuesday);
}

/** Who a door would take them for: nobody without a session, and nobody without a confirmed address (R21). */
async function viewerOf(actor: ActorName, { people }: Scene): Promise<Person | null> {
  const token = actor === 'anonymous' ? '' : people[actor].sessionToken;
  const found = await findPerson(token, null, { now: tuesday, requestId: 'test' });
  return found ?? null;
}

async function attempt(operation: OperationName, actor: ActorName, scene: Scene): Promise<boolean> {
  const viewer = await viewerOf(actor, scene);
  return viewer !== null && attempts[operation](viewer, scene, actor);
}

const operations = Object.values(rooms).flatMap(table => Object.entries(table));

// No middleware runs here, nor any page: queries and commands alone decide.
describe('R02 R04 with middleware absent, every operation as every actor', () => {
  it.each(operations)('R02 %s: whom the table names, and nobody else', async (name, { may }) => {
    const operation = Object.keys(attempts).find((known): known is OperationName => known === name);
    if (!operation) throw new Error(`${name} is tried by nobody`);
    const scene = await aScene();
    const listed = new Set<string>(may);
    for (const actor of actorNames.filter(one => !listed.has(one))) {
      await setTheStage(scene, actor);
      const before = await fingerprint(scene);
      expect(await attempt(operation, actor, scene), `${name} as ${actor}`).toBe(false);
      expect(await fingerprint(scene), `${name} as ${actor} changed something`).toBe(before);
    }
    for (const actor of may) {
      const own = await aScene();
      await setTheStage(own, actor);
      expect(await attempt(operation, actor, own), `${name} as ${actor}`).toBe(true);
    }
  });

  it('R02 no cell is left out', () => {
    expect(Object.keys(attempts).sort()).toEqual(operations.map(([name]) => name).sort());
    expect(operations.length * actorNames.length).toBeGreaterThan(600);
  });
});
