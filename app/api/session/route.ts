import { currentViewer } from '@/lib/web/viewer';

/** Who is signed in, for the header of prerendered pages and for scripts: 401 when nobody is. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer();
  const headers = { 'Cache-Control': 'no-store', Vary: 'Cookie' };
  if (viewer.kind !== 'person') return Response.json({ user: null, workspace: null }, { status: 401, headers });
  const { userId: id, name, email, workspace } = viewer;
  return Response.json(
    {
      user: { id, name, email },
      workspace: workspace && {
        code: workspace.code,
        name: workspace.name,
        kind: workspace.kind,
        role: workspace.role,
      },
    },
    { headers },
  );
}
