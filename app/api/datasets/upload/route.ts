import { askForUpload } from '@/lib/datasets/commands/ask-import';
import { uploadRefusals } from '@/lib/datasets/words';
import { receiveFile } from '@/lib/platform/multipart';
import { leaveNotice } from '@/lib/web/notice';
import { isSameOrigin } from '@/lib/web/same-origin';
import { currentViewer } from '@/lib/web/viewer';

const MOST = 100 * 1024 * 1024;

/**
 * Takes a published file from a platform administrator's form. Not under /admin/, because what passes through
 * middleware is held in memory, and not a server action for the same reason.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response('This form was sent from another site.\n', { status: 403 });
  const viewer = await currentViewer();
  if (viewer.kind !== 'person' || !viewer.platformAdmin) return new Response('Not found.\n', { status: 404 });
  const received = await receiveFile(request, { field: 'file', most: MOST });
  if (received.state !== 'received') {
    await leaveNotice(viewer, { tone: 'important', text: uploadRefusals[received.state] });
    return seeOther('/admin/datasets/#upload');
  }
  try {
    const asked = await askForUpload(viewer, received);
    return seeOther(asked.ok ? `/admin/datasets/imports/${asked.value.id}/` : '/admin/datasets/');
  } finally {
    await received.discard();
  }
}

// A relative address: behind a proxy the server does not know by which name it is asked for.
const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
