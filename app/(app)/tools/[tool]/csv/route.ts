import { membersOf } from '@/lib/tools/pcn-list-sizes/rules';
import { csvName, profileCsv } from '@/lib/tools/rules/export';
import { readToolPage } from '@/lib/web/tool-page';

type Context = { params: Promise<{ tool: string }> };

/** What the tool shows at the same address, as a file that names organisation, month and day of download. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { tool: slug } = await params;
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const { tool, viewer, opened } = await readToolPage(slug, parameters);
  if (opened.state !== 'figures') return new Response('There are no figures at this address.\n', { status: 404 });
  const { profile, figures } = opened;
  const { organisation, period } = profile;
  const name = csvName({ tool: tool.slug, code: organisation.code, period, on: viewer.now });
  return new Response(profileCsv(profile, tool.about === 'pcn' ? membersOf(figures, period) : []), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
