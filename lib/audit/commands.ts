import 'server-only';
import type { FileFormat } from '@/lib/core/file-format';
import { done } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { change } from '@/lib/platform/change';
import type { Trail } from './queries/list-activity';

/** Writes down that somebody took a trail away as a file (R59). */
export async function noteExport(viewer: Person, trail: Trail, format: FileFormat): Promise<void> {
  await change(viewer, async ({ note }) => {
    const orgCode = trail === 'platform' ? undefined : trail.code;
    await note({ action: 'activity.exported', orgCode, data: { format } });
    return done(null);
  });
}
