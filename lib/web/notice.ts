import 'server-only';
import { z } from 'zod';
import type { Result } from '@/lib/core/result';
import type { Person, Viewer } from '@/lib/core/viewer';
import { say, type Words } from '@/lib/core/words';
import { query } from '@/lib/platform/db';

const notice = z.object({
  tone: z.enum(['success', 'important']),
  text: z.string(),
  /** A further page. */
  link: z.object({ href: z.string(), text: z.string() }).optional(),
  /** The event of a decision that can still be taken back. */
  undo: z.uuid().optional(),
});

/** What happened, told once on the next page of the same session. */
export type Notice = z.infer<typeof notice>;
export type Told = Notice & { id: string };

export async function leaveNotice(viewer: Person, said: Notice): Promise<void> {
  await query('insert into notices (session_id, kind, data, created_at) values ($1::uuid, $2, $3::jsonb, $4)', [
    viewer.sessionId,
    said.tone,
    JSON.stringify(said),
    viewer.now,
  ]);
}

/** Tells how an act ended: what was done, or why it was not. */
export function leaveOutcome<T, R extends string>(
  viewer: Person,
  result: Result<T, R>,
  words: Words<R>,
  told: (value: T) => Omit<Notice, 'tone'>,
): Promise<void> {
  const said: Notice = result.ok
    ? { tone: 'success', ...told(result.value) }
    : { tone: 'important', text: say(words, result) };
  return leaveNotice(viewer, said);
}

/**
 * What this session has not been told yet, newest first, which is then gone. Several where two tabs did something at once
 * and one of them was quicker with its page. Asked by pages, after their own reads.
 */
export async function takeNotices(viewer: Viewer): Promise<Told[]> {
  // Most pages have none, which the statement that found the viewer has seen. What leaves one redirects, so the page that
  // tells it is another request.
  if (viewer.kind !== 'person' || viewer.hasNotice === false) return [];
  const rows = await query<{ id: string; data: unknown }>(taken, [viewer.sessionId]);
  return rows.map(({ id, data }) => ({ id, ...notice.parse(data) }));
}

// What is deleted is what is shown: a page that asks at the same time gets the others.
const taken = `
  with taken as (delete from notices where session_id = $1::uuid and kind in ('success', 'important', 'switch')
    returning id, data, created_at)
  select id, data from taken order by created_at desc`;
