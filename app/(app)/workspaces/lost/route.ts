import { redirect } from 'next/navigation';
import { returnPath } from '@/lib/core/return-path';
import { clearCookie, readCookie } from '@/lib/web/cookies';
import { leaveNotice } from '@/lib/web/notice';
import { currentViewer } from '@/lib/web/viewer';
import { findLostWorkspace } from '@/lib/workspaces/queries';
import { lost } from '@/lib/workspaces/words';

/** Takes away a cookie whose workspace is not the viewer's, says so once, and goes back. Without such a cookie: nothing. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  if (viewer.kind === 'person' && viewer.lostWorkspace) {
    const was = await findLostWorkspace(viewer, (await readCookie('workspace')) ?? '');
    await clearCookie('workspace');
    await leaveNotice(viewer, { tone: 'important', text: lost(was) });
  }
  return redirect(returnPath(new URL(request.url).searchParams.get('next'), '/workspaces/'));
}
