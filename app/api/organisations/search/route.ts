import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { searchOrganisations } from '@/lib/organisations/queries/search-organisations';

const wanted = z.object({
  q: z.string().trim().max(200).catch(''),
  kind: z.enum(['practice', 'pcn']).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(50).catch(10),
});

/** Suggestions for the search box: the same engine as the results page. Organisations are public. */
export async function GET(request: NextRequest) {
  const { q, kind, limit } = wanted.parse(Object.fromEntries(request.nextUrl.searchParams));
  const found = await searchOrganisations({ text: q, limit, ...(kind ? { kinds: [kind] } : {}) });
  return Response.json(found, { headers: { 'Cache-Control': 'no-store' } });
}
