import type { Asking } from './ask';

/** A form of a page, posted as a browser without JavaScript does. */
export type PostedForm = { page: string; html: string; marker: RegExp; fields: Record<string, string> };

type Posting = { origin: string; headers: Record<string, string>; status: number };

/** Fills the form that the marker is found in: its hidden fields as they are, the others as given. */
export function post({ page, html, marker, fields }: PostedForm, { origin, headers, status }: Posting): Asking {
  const form = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([text]) => text).find(text => marker.test(text));
  if (!form) throw new Error(`${page} has no form with ${marker.source}.`);
  const hidden: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (name && attribute(tag, 'type') === 'hidden') hidden[name] = attribute(tag, 'value') ?? '';
  }
  const action = attribute(form.slice(0, form.indexOf('>') + 1), 'action');
  const all = { ...hidden, ...fields };
  return {
    method: 'POST',
    path: action || page,
    status,
    headers: { ...headers, origin, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: `${Object.entries(all).map(part).join('')}--${boundary}--\r\n`,
  };
}

const boundary = 'haresign-bench-f3b1c59e';
const part = ([name, value]: [string, string]) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

function attribute(tag: string, name: string) {
  const text = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return text
    ?.replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
