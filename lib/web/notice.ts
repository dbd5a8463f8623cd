import 'server-only';
import { z } from 'zod';
import type { Person, Viewer } from '@/lib/core/viewer';
import { db } from '@/lib/platform/db';

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

export async function leaveNotice(viewer: Person, said: Notice): Promise<void> {
  await db().notice.create({
    data: { sessionId: viewer.sessionId, kind: said.tone, data: said, createdAt: viewer.now },
  });
}

/** The newest notice of this session, which is then gone. Asked by pages, after their own reads. */
export async function takeNotice(viewer: Viewer): Promise<Notice | null> {
  if (viewer.kind !== 'person') return null;
  const rows = await db().$queryRaw<{ data: unknown }[]>`
    with taken as (
      delete from notices where session_id = ${viewer.sessionId}::uuid and kind in ('success', 'important')
      returning data, created_at)
    select data from taken order by created_at desc limit 1`;
  return rows[0] ? notice.parse(rows[0].data) : null;
}
