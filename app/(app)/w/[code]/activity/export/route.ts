import { answerWithActivity } from '@/lib/web/activity-file';

type Context = { params: Promise<{ code: string }> };

/** The organisation's activity as a file, for its administrators. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const code = (await params).code.toUpperCase();
  const answer = await answerWithActivity(request, { code }, `/w/${code}/activity/`);
  return answer ?? new Response('There is no such page.\n', { status: 404 });
}
