/** Alive: the process answers. Asks nothing else. */
export const GET = () => new Response('ok', { headers: { 'Cache-Control': 'no-store' } });

export const dynamic = 'force-dynamic';
