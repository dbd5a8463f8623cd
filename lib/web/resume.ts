import 'server-only';
import { z } from 'zod';
import { withoutSecrets } from '@/lib/core/form';
import type { Person } from '@/lib/core/viewer';
import { db } from '@/lib/platform/db';
import { type Told, takeNotices } from './notice';

const KIND = 'resume';
const kept = z.object({ path: z.string(), values: z.record(z.string(), z.string()) });

/** A form that was sent and not acted upon yet: what stood in it, and what the page says about it. */
export type Resumed = { values: Record<string, string>; notices: [Told] };

/**
 * Keeps what was typed into a form whose action first asks who is there, for the page that comes again afterwards. It
 * stays on the server, with the session, and never holds a secret.
 */
export async function keepTyped(viewer: Person, path: string, typed: Record<string, unknown>): Promise<void> {
  const { sessionId, now } = viewer;
  await db().notice.deleteMany({ where: { sessionId, kind: KIND } });
  const data = { path, values: withoutSecrets(typed) };
  await db().notice.create({ data: { sessionId, kind: KIND, data, createdAt: now } });
}

/** What was kept for this page, once. */
export async function takeTyped(viewer: Person, path: string): Promise<Resumed | null> {
  const { sessionId } = viewer;
  const [row] = await db().$queryRaw<{ data: unknown }[]>`
    delete from notices where session_id = ${sessionId}::uuid and kind = ${KIND} and data ->> 'path' = ${path}
    returning data`;
  if (!row) return null;
  const { values } = kept.parse(row.data);
  return { values, notices: [{ id: KIND, tone: 'important', text: NOT_YET }] };
}

/** What the page says on top: what happened last, or that what was sent has not happened yet. */
export const noticesFor = async (viewer: Person, path: string): Promise<Told[]> =>
  (await takeTyped(viewer, path))?.notices ?? takeNotices(viewer);

const NOT_YET =
  'Nothing was changed yet: we asked you first to confirm that it is you. If you still want it, send it now.';
