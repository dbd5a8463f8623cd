// The process that asks: a child of its own, so that its work is not counted as the server's. Its parent sends one
// order at a time and is told when the counted part begins and what came of it.
import { Agent, type IncomingMessage, request } from 'node:http';
import type { Asking } from './ask';
import type { LoadOrder, LoadReport } from './load';

process.on('message', (order: LoadOrder) => {
  run(order).then(report => process.send?.({ report }));
});
process.on('disconnect', () => process.exit(0));

async function run({ origin, requests, connections, seconds, leadIn }: LoadOrder): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { host, port } = new URL(origin);
  const times: number[] = [];
  const wrong: string[] = [];
  let next = 0;
  let failures = 0;
  const began = performance.now() + leadIn * 1000;
  const end = began + seconds * 1000;
  const lead = setTimeout(() => process.send?.({ began: true }), leadIn * 1000);

  const ask = (asking: Asking) =>
    new Promise<void>(resolve => {
      const sent = performance.now();
      const finish = (status: number, said: string) => {
        const now = performance.now();
        if (status !== asking.status) {
          failures += 1;
          if (wrong.length < 3) wrong.push(`${asking.method} ${asking.path} answered ${status}: ${said.slice(0, 300)}`);
        } else if (now >= began && now <= end) times.push(now - sent);
        resolve();
      };
      const { method, path, headers } = asking;
      const question = request(
        { agent, hostname: '127.0.0.1', port, method, path, headers: { ...headers, host } },
        answer => drain(answer, asking.status, finish),
      );
      question.once('error', error => finish(0, error.message));
      question.end(asking.body);
    });

  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end && failures < 20) {
        const asking = requests[next % requests.length];
        next += 1;
        if (asking) await ask(asking);
      }
    }),
  );
  clearTimeout(lead);
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { finished: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), failures, wrong };
}

function drain(answer: IncomingMessage, expected: number, finish: (status: number, said: string) => void) {
  const { statusCode = 0 } = answer;
  let said = '';
  if (statusCode === expected) answer.resume();
  else answer.setEncoding('utf8').on('data', text => (said += text));
  answer.once('end', () => finish(statusCode, said)).once('error', error => finish(0, error.message));
}
