import { cookieNames } from './cookies';
import { origin } from './installation';

type Headers = Record<string, string | undefined>;
export type Fields = Record<string, string | null>;

/** A client without a browser: it keeps no cookies of its own accord and follows no redirect. */
export function client(
  person?: { sessionToken: string },
  more: { workspace?: string; cookies?: Record<string, string>; at?: string } = {},
) {
  const home = more.at ?? origin;
  const carried = {
    ...(person ? { [cookieNames.session]: person.sessionToken } : {}),
    ...(more.workspace ? { [cookieNames.workspace]: more.workspace } : {}),
    ...more.cookies,
  };
  const cookie = Object.entries(carried)
    .map(pair => pair.join('='))
    .join('; ');

  const ask = (path: string, init: { method?: string; body?: FormData; headers?: Headers } = {}) =>
    fetch(new URL(path, home), {
      redirect: 'manual',
      // When a server is killed while a form is on its way there, an answer was seen never to come (why is not known).
      signal: AbortSignal.timeout(30_000),
      ...init,
      headers: given({ ...(cookie ? { cookie } : {}), ...init.headers }),
    });

  /** The same with the page as it was read before. */
  const replay = (path: string, html: string, button: string | RegExp, fields: Fields = {}, headers: Headers = {}) => {
    const form = formIn(html, button);
    if (!form) throw new Error(`${path} has no form with the button ${button}`);
    return ask(form.action || path, {
      method: 'POST',
      body: filled(form, fields),
      headers: { origin: home, ...headers },
    });
  };

  return {
    ask,
    text: async (path: string, headers?: Headers) => (await ask(path, { headers })).text(),
    /** The page's data as a soft navigation reads it: Next.js first leads on to an address that names the request. */
    rsc: async (path: string, headers: Headers = {}) => {
      const first = await ask(path, { headers: { RSC: '1', ...headers } });
      const next = first.headers.get('location');
      return next?.includes('_rsc') ? ask(next, { headers: { RSC: '1', ...headers } }) : first;
    },
    /** Sends the form of a page that has this button, as a browser without JavaScript does, with some fields otherwise. */
    send: async (path: string, button: string | RegExp, fields?: Fields, headers?: Headers) =>
      replay(path, await (await ask(path)).text(), button, fields, headers),
    replay,
  };
}

/** The cookies that an answer sets, whole lines. */
export const cookiesSet = (answer: Response) => answer.headers.getSetCookie();

/** One of them: its value and attributes. */
export function cookieSet(answer: Response, name: string): string {
  return cookiesSet(answer).find(line => line.startsWith(`${name}=`)) ?? '';
}

export const cookieValue = (line: string) => /^[^=]+=([^;]*)/.exec(line)?.[1] ?? '';

const given = (headers: Headers): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

type Form = { action: string; fields: [string, string][] };

function formIn(html: string, button: string | RegExp): Form | undefined {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find(each => buttonsIn(each).some(words => words.match(button)));
  if (!form) return;
  const boxes = (form.match(/<input\b[^>]*>/g) ?? []).map(attributesOf);
  const sent = boxes.filter(
    ({ type, checked }) => !['checkbox', 'radio'].includes(type ?? '') || checked !== undefined,
  );
  const fields = sent.flatMap(({ name, value = '' }): [string, string][] => (name ? [[name, value]] : []));
  return { action: attributesOf(form.match(/<form\b[^>]*>/)?.[0] ?? '').action ?? '', fields };
}

const buttonsIn = (form: string) =>
  (form.match(/<button\b[\s\S]*?<\/button>/g) ?? []).map(each => plain(each.replace(/<!--.*?-->|<[^>]*>/g, '')).trim());

const attributesOf = (tag: string): Record<string, string | undefined> =>
  Object.fromEntries([...tag.matchAll(/([\w$:-]+)="([^"]*)"/g)].map(([, name, value = '']) => [name, plain(value)]));

const entities: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'", '#39': "'" };
const plain = (text: string) => text.replace(/&([\w#]+);/g, (whole, name) => entities[name] ?? whole);

function filled(form: Form, fields: Fields): FormData {
  const data = new FormData();
  for (const [name, value] of form.fields) data.append(name, value);
  for (const [name, value] of Object.entries(fields)) {
    data.delete(name);
    if (value !== null) data.append(name, value);
  }
  return data;
}
