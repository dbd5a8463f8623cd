import { answerWithActivity } from '@/lib/web/activity-file';

/** The platform's activity as a file, for platform administrators. */
export async function GET(request: Request): Promise<Response> {
  const answer = await answerWithActivity(request, 'platform', '/admin/activity/');
  return answer ?? new Response('There is no such page.\n', { status: 404 });
}
