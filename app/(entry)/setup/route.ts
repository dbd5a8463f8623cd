import { keepOutOfAddress } from '@/lib/web/mailed-link';

/** The address the server printed. GET and HEAD only lead on to the page with the button. */
export const GET = (request: Request) =>
  keepOutOfAddress(request, { name: 'code', cookie: 'setup', page: '/setup/administrator/' });
