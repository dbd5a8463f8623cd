import 'server-only';
import { noteExport } from '@/lib/audit/commands';
import { openActivity, type Trail } from '@/lib/audit/queries/list-activity';
import { spanOf } from '@/lib/audit/rules/entries';
import { csvOf, jsonOf } from '@/lib/audit/rules/file';
import { activityFilters } from '@/lib/audit/schema';
import { downloadedOn } from '@/lib/core/csv';
import { fileFormat } from '@/lib/core/file-format';
import { filterHref } from '@/lib/core/filters';
import { fileAnswer } from './file-answer';
import { requireFresh } from './viewer';

/**
 * A trail as a file, for whoever may read it and has just proved who they are (R42); others are sent to do so and come
 * back to the page. It is sent while it is read, and that it was taken is written down.
 */
export async function answerWithActivity(request: Request, trail: Trail, page: string): Promise<Response | null> {
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const filters = activityFilters.parse(parameters);
  const format = fileFormat.parse(parameters.format);
  const viewer = await requireFresh(filterHref(page, { ...filters, after: '' }));
  const batches = await openActivity(viewer, trail, filters);
  if (!batches) return null;
  await noteExport(viewer, trail, format);
  const whose = trail === 'platform' ? filters.org || 'platform' : trail.code;
  const name = `activity_${whose}_${spanOf(filters)}_${downloadedOn(viewer.now)}`;
  const parts = format === 'json' ? jsonOf(batches, { whose, filters, made: viewer.now }) : csvOf(batches);
  return fileAnswer(parts, name, format);
}
