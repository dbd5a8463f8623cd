import { keepOutOfAddress } from '@/lib/web/mailed-link';

/** The address in the mail. GET and HEAD only lead on to the page that shows the invitation. */
export const GET = (request: Request) =>
  keepOutOfAddress(request, { name: 'token', cookie: 'mailed', page: '/accounts/invitation/answer/' });
