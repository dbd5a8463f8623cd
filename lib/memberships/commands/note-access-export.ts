import 'server-only';
import type { FileFormat } from '@/lib/core/file-format';
import { done } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { change } from '@/lib/platform/change';

/** Writes down that somebody took away who has access (R59). */
export async function noteAccessExport(viewer: Person, orgCode: string, format: FileFormat): Promise<void> {
  await change(viewer, async ({ note }) => {
    await note({ action: 'access.exported', orgCode, data: { format } });
    return done(null);
  });
}
