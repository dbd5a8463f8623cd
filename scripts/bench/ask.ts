import { type IncomingHttpHeaders, request } from 'node:http';

/** One request, and the status it must be answered with. */
export type Asking = { method: string; path: string; status: number; headers: Record<string, string>; body?: string };
export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

export const get = (path: string, headers: Record<string, string> = {}): Asking => ({
  method: 'GET',
  path,
  status: 200,
  headers,
});

/** Asks at 127.0.0.1, whatever the origin's name stands for. Status 0 when nobody answers. */
export function ask(origin: string, { method, path, headers, body }: Asking): Promise<Answer> {
  const { host, port } = new URL(origin);
  return new Promise(resolve => {
    const nobody = (error: Error) => resolve({ status: 0, headers: {}, body: error.message });
    const question = request({ hostname: '127.0.0.1', port, method, path, headers: { ...headers, host } }, answer => {
      let text = '';
      answer.setEncoding('utf8').on('data', chunk => {
        text += chunk;
      });
      answer.once('error', nobody);
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    question.once('error', nobody).end(body);
  });
}

/** Asks, and throws, with what was said, when the answer has another status. */
export async function insist(origin: string, asking: Asking): Promise<Answer> {
  const answer = await ask(origin, asking);
  if (answer.status === asking.status) return answer;
  const said = answer.body.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  throw new Error(
    `${asking.method} ${asking.path} answered ${answer.status}, not ${asking.status}: ${said.trim().slice(0, 160)}`,
  );
}
