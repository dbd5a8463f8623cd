import { downloadedOn } from '@/lib/core/csv';
import { fileFormat } from '@/lib/core/file-format';
import { noteAccessExport } from '@/lib/memberships/commands/note-access-export';
import { findAccess } from '@/lib/memberships/queries/find-access';
import { londonDay } from '@/lib/memberships/rules/working-days';
import { earlierDay } from '@/lib/memberships/schema/access';
import { accessCsv, accessJson } from '@/lib/memberships/words/access';
import { fileAnswer } from '@/lib/web/file-answer';
import { requireFresh } from '@/lib/web/viewer';

type Context = { params: Promise<{ code: string }> };

/** Who has access and who decided it, as a file, for the organisation's administrators. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const code = (await params).code.toUpperCase();
  const asked = new URL(request.url).searchParams;
  const viewer = await requireFresh(`/w/${code}/members/access/`);
  const day = earlierDay(asked.get('on'), londonDay(viewer.now));
  const format = fileFormat.parse(asked.get('format'));
  const receipt = await findAccess(viewer, code, day);
  if (!receipt) return new Response('There is no such page.\n', { status: 404 });
  await noteAccessExport(viewer, code, format);
  const text = (format === 'json' ? accessJson : accessCsv)(receipt, viewer.now);
  return fileAnswer(whole(text), `access_${code}_${londonDay(receipt.at)}_${downloadedOn(viewer.now)}`, format);
}

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}
