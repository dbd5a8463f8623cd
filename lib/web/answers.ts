import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { findPerson } from '@/lib/accounts/queries/find-person';
import { searchOrganisations } from '@/lib/organisations/queries/search-organisations';
import { now } from '@/lib/platform/clock';
import { cookieNames } from './cookies';

/** What an answer of the API is made of: nothing else of the request is looked at. */
type Asked = { search: string; cookie: string; requestId: string | null };
type Answer = { status: number; headers: Record<string, string>; body: string };

/**
 * Answers that need nothing of Next.js, by their address. Their routes under app/api give them, and in production the
 * web server itself does (scripts/plain-answers.mjs).
 */
const answers: Record<string, (asked: Asked) => Promise<Answer>> = {
  '/api/session/': sessionAnswer,
  '/api/organisations/search/': searchAnswer,
};

/** `url` is the path and what follows it; `header` reads one header of the request. */
export async function answerTo(url: string, header: (name: string) => string | null | undefined): Promise<Answer> {
  const [path = '', search = ''] = url.split(/\?(.*)/s);
  const answer = answers[path];
  if (!answer) throw new Error(`Nothing answers at ${path}.`);
  return answer({ search, cookie: header('cookie') ?? '', requestId: header('x-request-id') ?? null });
}

/** The same to a route handler's request. */
export async function routeAnswer({ url, headers }: Request): Promise<Response> {
  const { pathname, search } = new URL(url);
  const { body, ...rest } = await answerTo(`${pathname}${search}`, name => headers.get(name));
  return new Response(body, rest);
}

const JSON_TYPE = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };

/** Who is signed in, for the header of prerendered pages and for scripts: 401 when nobody is. */
async function sessionAnswer({ cookie, requestId }: Asked): Promise<Answer> {
  const headers = { ...JSON_TYPE, Vary: 'Cookie' };
  const token = cookieOf(cookie, cookieNames.session());
  const moment = { now: now(), requestId: requestId ?? randomUUID() };
  const person = token ? await findPerson(token, cookieOf(cookie, cookieNames.workspace()), moment) : null;
  if (!person) return { status: 401, headers, body: JSON.stringify({ user: null, workspace: null }) };
  const { userId: id, name, email, workspace, sessionTime } = person;
  const own = workspace && {
    code: workspace.code,
    name: workspace.name,
    kind: workspace.kind,
    role: workspace.role,
  };
  return { status: 200, headers, body: JSON.stringify({ user: { id, name, email }, workspace: own, sessionTime }) };
}

/** As Next.js reads them: of several of one name the last counts. */
function cookieOf(cookies: string, name: string): string | null {
  const values = cookies.split(/; */).filter(each => each.startsWith(`${name}=`));
  const value = values.at(-1)?.slice(name.length + 1);
  if (!value) return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

const wanted = z.object({
  q: z.string().trim().max(200).catch(''),
  kind: z.enum(['practice', 'pcn']).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(50).catch(10),
});

/** Suggestions for the search box: the same engine as the results page. Organisations are public. */
async function searchAnswer({ search }: Asked): Promise<Answer> {
  const { q, kind, limit } = wanted.parse(Object.fromEntries(new URLSearchParams(search)));
  const found = await searchOrganisations({ text: q, limit, ...(kind ? { kinds: [kind] } : {}) });
  return { status: 200, headers: JSON_TYPE, body: JSON.stringify(found) };
}
