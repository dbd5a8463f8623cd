import { type ActorName, actorNames } from '@/lib/core/operations';
import { db } from '@/lib/platform/db';
import { rooms } from '@/scripts/pages/permissions';
import { expect, test } from '../support/fixtures';
import { client } from '../support/http';
import { aRegisteredPractice } from '../support/register';
import { type Door, doors } from './matrix/doors';
import { aPracticeWithEverybody, fingerprint, type Scene, setTheStage } from './matrix/scene';

const made: Scene[] = [];

async function aScene(): Promise<Scene> {
  const [practice, elsewhere] = [await aRegisteredPractice(), await aRegisteredPractice()];
  const scene = await aPracticeWithEverybody(practice, elsewhere, new Date());
  made.push(scene);
  return scene;
}

// Their checks would stand on the list that other tests read.
test.afterEach(async () => {
  const orgCode = { in: made.splice(0).map(({ unanswered }) => unanswered.code) };
  await db().memberCheck.updateMany({ where: { orgCode, endedAt: null }, data: { endedAt: new Date() } });
});

// What Next.js and proxies say to each other, said by a client that wants to be taken for somebody who may.
const hostile = ({ own }: Scene) => ({
  'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware',
  'x-middleware-next': '1',
  'x-middleware-rewrite': '/admin/requests/',
  'x-middleware-override-headers': 'x-active-workspace',
  'x-middleware-request-x-active-workspace': own('admin'),
  'x-nextjs-data': '1',
  'x-invoke-path': '/admin/requests/',
  'x-matched-path': '/admin/requests/',
  'x-active-workspace': own('admin'),
  'x-client-address': '203.0.113.9',
  'x-forwarded-for': '203.0.113.9',
  'x-original-url': '/admin/requests/',
});

const clientOf = (actor: ActorName, { people }: Scene) => client(actor === 'anonymous' ? undefined : people[actor]);

/** A page as it was drawn for somebody who may: read once, since whoever is refused changes nothing. */
type Drawn = Map<string, string>;

/** Knocks at the door with hostile headers. True when what was asked for was seen or done. */
async function knock(door: Door, actor: ActorName, scene: Scene, drawn: Drawn): Promise<boolean> {
  const headers = hostile(scene);
  await setTheStage(scene, actor);
  if ('read' in door) {
    const answer = await clientOf(actor, scene).ask(door.read, {
      headers: { ...headers, 'x-forwarded-host': 'evil.example' },
    });
    const text = await answer.text();
    expect(answer.status, door.read).toBeLessThan(500);
    // A page that is not theirs is not there, or leads to signing in.
    return answer.status === 200 && (door.shows === undefined || text.includes(door.shows));
  }
  const html = drawn.get(door.page) ?? (await clientOf(door.drawnFor, scene).text(door.page));
  drawn.set(door.page, html);
  // A forwarded host would have Next.js refuse every form, also of those who may: pages are read with one.
  const before = await fingerprint(scene);
  const answer = await clientOf(actor, scene).replay(door.page, html, door.button, door.fields, headers);
  expect(answer.status, `${door.page} ${door.button}`).toBeLessThan(500);
  return (await fingerprint(scene)) !== before;
}

const operations = Object.values(rooms).flatMap(table => Object.entries(table));

test.beforeAll(async () => {
  await db().$executeRaw`delete from limits.counters`;
});

for (const [name, { may }] of operations) {
  test(`R02 R04 over the wire with hostile headers, ${name}: whom the table names, and nobody else`, async () => {
    test.setTimeout(120_000);
    const doorOf = Object.entries(doors).find(([known]) => known === name)?.[1];
    if (!doorOf) throw new Error(`${name} has no door`);
    const listed = new Set<string>(may);
    const scene = await aScene();
    const drawn: Drawn = new Map();
    for (const actor of actorNames.filter(one => !listed.has(one))) {
      expect(await knock(doorOf(scene, actor), actor, scene, drawn), `${name} as ${actor}`).toBe(false);
    }
    for (const actor of actorNames.filter(one => listed.has(one))) {
      // Reading changes nothing; whoever does something does it where nobody has been before.
      const own = 'read' in doorOf(scene, actor) ? scene : await aScene();
      expect(await knock(doorOf(own, actor), actor, own, new Map()), `${name} as ${actor}`).toBe(true);
    }
  });
}
