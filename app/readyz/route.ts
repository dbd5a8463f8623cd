import { readiness } from '@/lib/platform/readiness';

/** Ready for people: database, migrations and storage are in order. 503 names what is not. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  const ready = Object.values(state).every(Boolean);
  return Response.json(state, { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
}

export const dynamic = 'force-dynamic';
