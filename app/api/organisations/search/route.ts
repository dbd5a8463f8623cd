import { routeAnswer } from '@/lib/web/answers';

export const GET = (request: Request): Promise<Response> => routeAnswer(request);
