import 'server-only';
import { isFresh } from '@/lib/core/fresh';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Machine, Person } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { findDecidingPcn, listEndedDeciding } from '../queries/find-deciding-pcn';
import type { GuardRefusal } from '../rules/guard';
import type { PcnDeciding } from '../schema/pcn';
import { guardOfAdmin } from './guard-of-admin';
import { type Colleague, listAdmins, lockOrganisation } from './load';

export type PcnRefusal = GuardRefusal | 'not-found' | 'no-pcn' | 'pcn-changed';

/** What has come of it: the PCN, and whether anything changed. */
export type PcnDecides = { pcn: string; changed: boolean };

/**
 * A practice's admin lets the admins of its PCN decide its requests, or no longer does. It is about the PCN that the
 * page named: if the register says another by now, nothing changes.
 */
export function letPcnDecide(
  viewer: Person,
  { code, pcn, decides }: PcnDeciding,
): Promise<Result<PcnDecides, PcnRefusal>> {
  return change<PcnDecides, PcnRefusal>(viewer, async work => {
    const practice = await lockOrganisation(work.db, code);
    if (practice?.kind !== 'practice') return refuse('not-found');
    const refused =
      (await guardOfAdmin(work, viewer, practice.code)) ?? (isFresh(viewer, work.now) ? null : 'not-fresh');
    if (refused) return refuse(refused);
    const now = await findDecidingPcn(practice.code, work.db);
    return decides ? switchOn(work, practice, pcn, now) : switchOff(work, practice, now);
  });
}

type Outcome = Promise<Result<PcnDecides, PcnRefusal>>;

async function switchOn(work: Change, { code, name }: Named, asked: string, now: Named | null): Outcome {
  const pcn = await findPcnOf(work, code);
  if (!pcn) return refuse('no-pcn');
  if (pcn.code !== asked) return refuse('pcn-changed');
  if (now) return done({ pcn: pcn.name, changed: false });
  // A word given to a former PCN ends first.
  await work.db.pcnDeciding.updateMany({ where: { orgCode: code, endedAt: null }, data: { endedAt: work.now } });
  await work.db.pcnDeciding.create({ data: { orgCode: code, pcnCode: pcn.code, since: work.now } });
  await work.note({ action: 'pcn-deciding.on', orgCode: code, subject: pcn.code, data: { pcn: pcn.code } });
  await tellBoth(work, 'on', { code, name }, pcn);
  return done({ pcn: pcn.name, changed: true });
}

type Named = { code: string; name: string };

async function findPcnOf({ db }: Change, code: string): Promise<Named | null> {
  const [row] = await db.$queryRaw<Named[]>`
    select p.code, p.display_name as name from organisations o join organisations p on p.code = o.pcn_code
    where o.code = ${code} and o.status not in ('closed', 'missing') and p.status not in ('closed', 'missing')`;
  return row ?? null;
}

async function switchOff(work: Change, practice: Named, pcn: Named | null): Outcome {
  if (!pcn) return done({ pcn: '', changed: false });
  const where = { orgCode: practice.code, endedAt: null };
  await work.db.pcnDeciding.updateMany({ where, data: { endedAt: work.now } });
  await work.note({ action: 'pcn-deciding.off', orgCode: practice.code, subject: pcn.code, data: { pcn: pcn.code } });
  await tellBoth(work, 'off', practice, pcn);
  return done({ pcn: pcn.name, changed: true });
}

/** Ends what practices had let their former PCNs do, once: the register says that it is no longer theirs. */
export async function endPcnDeciding(machine: Machine): Promise<number> {
  let ended = 0;
  for (const { id, code, pcn } of await listEndedDeciding()) {
    const result = await change<null, 'nothing'>(machine, async work => {
      const practice = await lockOrganisation(work.db, code);
      const { count } = await work.db.pcnDeciding.updateMany({
        where: { id, endedAt: null },
        data: { endedAt: work.now },
      });
      const was = await work.db.organisation.findUnique({ where: { code: pcn }, select: { displayName: true } });
      if (!practice || !was || count === 0) return refuse('nothing');
      await work.note({ action: 'pcn-deciding.ended', orgCode: code, subject: pcn, data: { pcn } });
      await tellBoth(work, 'ended', practice, { code: pcn, name: was.displayName });
      return done(null);
    });
    if (result.ok) ended += 1;
  }
  return ended;
}

/** The admins of both sides, each once, also whoever did it: it is their record. */
async function tellBoth(work: Change, news: 'on' | 'off' | 'ended', practice: Named, pcn: Named): Promise<void> {
  const key = `pcn-deciding-${news}:${practice.code}:${pcn.code}:${work.now.getTime()}`;
  const ours = await listAdmins(work.db, practice.code);
  const theirs = (await listAdmins(work.db, pcn.code)).filter(one => !ours.some(({ userId }) => userId === one.userId));
  const props = { practice: practice.name, code: practice.code, pcn: pcn.name, news };
  const send = async (readers: Colleague[], side: 'practice' | 'pcn') => {
    for (const { userId, email } of readers) {
      const letter = { kind: 'pcn-deciding', key: `${key}:${userId}`, to: email, userId } as const;
      await work.tell({ ...letter, props: { ...props, side } });
    }
  };
  await send(ours, 'practice');
  await send(theirs, 'pcn');
}
