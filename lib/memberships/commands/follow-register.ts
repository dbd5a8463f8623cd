import 'server-only';
import { formatDate } from '@/lib/core/dates';
import { done } from '@/lib/core/result';
import type { Machine } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { query } from '@/lib/platform/db';

type Waiting = { id: string };

/**
 * Tells the members of organisations what a load changed about them, and those who wait for a decision that nobody can
 * give them what they ask for any more. Each change is one transaction and one mail a person, however often the job runs
 * or the file is loaded.
 */
export async function followRegister(actor: Machine, loadId: string): Promise<{ changes: number; mails: number }> {
  const waiting = await query<Waiting>(WAITING, [loadId]);
  let mails = 0;
  for (const { id } of waiting) {
    const told = await change(actor, async work => done(await tellMembers(work, id)));
    if (told.ok) mails += told.value;
  }
  return { changes: waiting.length, mails };
}

// Changes of organisations that nobody belongs to or has asked to join are nobody's news.
const WAITING = `
  SELECT c.id FROM register_changes c
  WHERE c.load_id = $1::uuid AND c.told_at IS NULL AND c.change IN ('closed', 'reopened', 'succeeded')
    AND EXISTS (SELECT FROM memberships m WHERE m.org_code = c.code
      AND (m.state = 'active' OR (m.state = 'pending' AND c.change = 'closed')))
  ORDER BY c.code, c.day`;

type News = {
  code: string;
  name: string;
  news: 'closed' | 'reopened' | 'succeeded';
  closedOn: Date | null;
  successors: string[];
};

async function tellMembers({ db, now, note, tell }: Change, id: string): Promise<number> {
  // Whoever takes the row first tells of it; a second run finds nothing to do.
  const [news] = await db.$queryRaw<News[]>`
    update register_changes c set told_at = ${now} from organisations o
    where c.id = ${id}::uuid and c.told_at is null and o.code = c.code
    returning o.code, o.display_name as name, c.change as news, o.closed_on as "closedOn",
      array(select n.display_name || ' (' || n.code || ')' from organisations n
        where n.code = any(o.successor_codes) order by n.display_name, n.code) as successors`;
  if (!news) return 0;
  const states = news.news === 'closed' ? (['active', 'pending'] as const) : (['active'] as const);
  const members = await db.membership.findMany({
    where: { orgCode: news.code, state: { in: [...states] }, user: { state: 'active', emailVerified: { not: null } } },
    select: { id: true, userId: true, state: true, user: { select: { email: true } } },
    orderBy: { id: 'asc' },
  });
  const { name, closedOn, ...rest } = news;
  const props = { ...rest, organisation: name, since: closedOn ? formatDate(closedOn) : '' };
  for (const { id: membershipId, userId, state, user } of members) {
    if (!user.email) continue;
    const letter = { key: `register:${id}:${userId}`, to: user.email, userId };
    if (state === 'active') await tell({ ...letter, kind: 'register-news', props });
    else await tell({ ...letter, kind: 'request-closed', props: { ...props, id: membershipId } });
  }
  await note({ action: `register.${news.news}`, orgCode: news.code, subject: id, data: { told: members.length } });
  return members.length;
}
