import type { Readable } from 'node:stream';
import { noteDownload } from '@/lib/accounts/commands/export';
import { openOwnExport } from '@/lib/accounts/queries/exports';
import { requireViewer } from '@/lib/web/viewer';

type Context = { params: Promise<{ id: string }> };

/** One's own export, behind sign-in, never kept by a cache. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const viewer = await requireViewer('/accounts/profile/export/');
  const file = await openOwnExport(viewer, id);
  if (!file) return new Response('There is no such file, or it was removed.\n', { status: 404, headers: quiet });
  await noteDownload(viewer, id);
  return new Response(web(file.body), {
    headers: {
      ...quiet,
      'Content-Type': 'application/zip',
      'Content-Length': String(file.bytes),
      'Content-Disposition': `attachment; filename="my-data-${file.made.toISOString().slice(0, 10)}.zip"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
    },
  });
}

const quiet = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

function web(body: Readable): ReadableStream<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    cancel: () => void body.destroy(),
  });
}
