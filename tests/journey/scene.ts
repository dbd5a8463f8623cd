import { randomUUID } from 'node:crypto';
import { reject } from '@/lib/memberships/commands/reject';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { db } from '@/lib/platform/db';
import { aPerson, joined } from '../support/people';
import { aRegisteredPractice } from '../support/register';

/** People and organisations that make every page say something: made once for the file that looks at the pages. */
export async function aScene() {
  // Everybody in a test run comes from one network address, which may create only so many accounts in an hour.
  await db().$executeRaw`delete from limits.counters`;
  const now = new Date();
  const [practice, empty] = [await aRegisteredPractice(), await aRegisteredPractice()];
  const people = {
    newcomer: await aPerson({ now, name: 'Nadia Newcomer' }),
    asker: await aPerson({ now, name: 'Amir Asker' }),
    member: await aPerson({ now, name: 'Mary Member' }),
    admin: await aPerson({ now, name: 'Anna Admin' }),
    platform: await aPerson({ now, name: 'Petra Platform', platformAdmin: true }),
  };
  const workspaces = {
    member: await joined(people.member, practice.code, 'member'),
    admin: await joined(people.admin, practice.code, 'admin'),
    adminOfPcn: await joined(people.admin, practice.pcn.code, 'admin'),
  };
  return {
    practice,
    empty,
    people,
    workspaces,
    ask,
    keep,
    preset: await keep(people.member, practice.code),
    requests: {
      /** Its organisation's administrators decide it. */
      ofPractice: await ask(people.asker, practice.code),
      /** Nobody in its organisation can: the platform's queue. */
      ofNobody: await ask(people.asker, empty.code),
      rejected: await aRejection(people.asker, people.platform),
    },
  };
}

export type Scene = Awaited<ReturnType<typeof aScene>>;

async function aRejection(person: Somebody, decider: Somebody): Promise<string> {
  const id = await ask(person, (await aRegisteredPractice()).code);
  const rejected = await reject(decider, { id, reason: 'We do not know this person' });
  if (!rejected.ok) throw new Error(`The rejection was refused: ${rejected.refusal}`);
  return id;
}

type Somebody = Awaited<ReturnType<typeof aPerson>>;

async function ask(person: Somebody, code: string): Promise<string> {
  const asked = await requestToJoin(person, {
    code,
    claim: 'practice-manager',
    claimOther: '',
    message: 'I started in May.',
  });
  if (!asked.ok) throw new Error(`${code} was refused: ${asked.refusal}`);
  return asked.value.id;
}

/** Saves settings of a tool under a name, for the person alone. */
async function keep({ userId: ownerId }: Somebody, org: string): Promise<string> {
  const { id } = await db().preset.create({
    data: {
      requestId: randomUUID(),
      ownerId,
      tool: 'practice-overview',
      toolVersion: 1,
      name: 'A preset of their own',
      settings: { org, period: '', compare: 'pcn' },
      vintage: {},
    },
  });
  return id;
}
