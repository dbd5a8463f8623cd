import 'server-only';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

export type Downloaded =
  | { state: 'fetched'; path: string; fileName: string; etag: string | null; discard: () => Promise<void> }
  | { state: 'unchanged' }
  | { state: 'failed'; reason: string };

type Wanted = { url: string; etag: string | null; timeoutMs: number };

/** Fetches a file into a temporary folder, unless the server says it has not changed since `etag`. */
export async function download({ url, etag, timeoutMs }: Wanted): Promise<Downloaded> {
  const folder = await mkdtemp(path.join(tmpdir(), 'haresign-'));
  const discard = () => rm(folder, { recursive: true, force: true });
  try {
    const headers = { 'User-Agent': 'Haresign data refresh', ...(etag ? { 'If-None-Match': etag } : {}) };
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(timeoutMs) });
    if (answer.status === 304 || !answer.ok || !answer.body) {
      await discard();
      return answer.status === 304 ? { state: 'unchanged' } : { state: 'failed', reason: `answered ${answer.status}` };
    }
    const file = path.join(folder, 'file');
    await pipeline(chunksOf(answer.body), createWriteStream(file, { mode: 0o600 }));
    const fileName = decodeURIComponent(path.basename(new URL(answer.url || url).pathname)) || 'file';
    return { state: 'fetched', path: file, fileName, etag: answer.headers.get('etag'), discard };
  } catch (error) {
    await discard();
    if (error instanceof TooMuch) return { state: 'failed', reason: 'answered with more than 250 MB' };
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return {
      state: 'failed',
      reason: timedOut ? `gave no answer within ${timeoutMs / 1000} s` : 'could not be reached',
    };
  }
}

// Many times the largest file there is: an address that never ends must not fill the disk.
const MOST_BYTES = 250 * 1024 * 1024;
class TooMuch extends Error {}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = body.getReader();
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length;
    if (bytes > MOST_BYTES) throw new TooMuch();
    yield part.value;
  }
}
