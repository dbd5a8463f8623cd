import 'server-only';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

export type Received =
  | { state: 'received'; path: string; fileName: string; size: number; discard: () => Promise<void> }
  | { state: 'none' | 'too-large' | 'unreadable' };

type Wanted = {
  /** Name of the form's file field. */
  field: string;
  /** Bytes; a larger file is read to its end and thrown away, so that the browser shows the answer. */
  most: number;
};

/** Takes one file out of a posted form (RFC 7578), straight into a temporary folder: it is never held in memory. */
export async function receiveFile(request: Request, { field, most }: Wanted): Promise<Received> {
  const boundary = /boundary="?([^";]+)"?/i.exec(request.headers.get('content-type') ?? '')?.[1];
  if (!boundary || !request.body) return { state: 'unreadable' };
  // Whoever says beforehand that it is far too much is not listened to.
  if (Number(request.headers.get('content-length') ?? 0) > most * PATIENCE) return { state: 'too-large' };
  const folder = await mkdtemp(path.join(tmpdir(), 'haresign-'));
  const discard = () => rm(folder, { recursive: true, force: true });
  const target = path.join(folder, 'file');
  try {
    const found = await readParts(sourceOf(request.body), { boundary, field, most, target });
    if (found.state !== 'received') await discard();
    return found.state === 'received' ? { ...found, path: target, discard } : found;
  } catch (error) {
    await discard();
    if (error instanceof CutShort) return { state: 'unreadable' };
    throw error;
  }
}

const PATIENCE = 4;
const MOST_HEADER = 8192;

class CutShort extends Error {}

type Source = { held: Buffer; more: () => Promise<boolean> };

// The first boundary stands without a line break before it, so one is put there.
function sourceOf(body: ReadableStream<Uint8Array>): Source {
  const reader = body.getReader();
  const source: Source = {
    held: Buffer.from('\r\n'),
    more: async () => {
      const { done, value } = await reader.read();
      if (value) source.held = Buffer.concat([source.held, value]);
      return !done;
    },
  };
  return source;
}

type Parts = { boundary: string; field: string; most: number; target: string };
type Found = { state: 'received'; fileName: string; size: number } | { state: 'none' | 'too-large' };

async function readParts(source: Source, { boundary, field, most, target }: Parts): Promise<Found> {
  const border = Buffer.from(`\r\n--${boundary}`);
  let found: Found = { state: 'none' };
  await size(upTo(source, border));
  while (!(await isLast(source))) {
    const fileName = fileNameOf(await text(upTo(source, Buffer.from('\r\n\r\n'))), field);
    if (fileName === null || found.state !== 'none') await size(upTo(source, border));
    else found = await write(upTo(source, border), { fileName, most, target });
  }
  return found;
}

/** What is before the mark, in pieces; the mark itself is taken too. */
async function* upTo(source: Source, mark: Buffer): AsyncGenerator<Buffer> {
  for (;;) {
    const at = source.held.indexOf(mark);
    const end = at >= 0 ? at : Math.max(0, source.held.length - mark.length + 1);
    const part = source.held.subarray(0, end);
    source.held = source.held.subarray(at >= 0 ? end + mark.length : end);
    if (part.length > 0) yield part;
    if (at >= 0) return;
    if (!(await source.more())) throw new CutShort();
  }
}

async function isLast(source: Source): Promise<boolean> {
  while (source.held.length < 2) if (!(await source.more())) throw new CutShort();
  return source.held.subarray(0, 2).toString() === '--';
}

async function size(pieces: AsyncIterable<Buffer>): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.length;
  return bytes;
}

async function text(pieces: AsyncIterable<Buffer>): Promise<string> {
  const all: Buffer[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > MOST_HEADER) throw new CutShort();
    all.push(piece);
  }
  return Buffer.concat(all).toString('utf8');
}

/** The file's own name where this part is the wanted file; a form sent without one has an empty name. */
function fileNameOf(header: string, field: string): string | null {
  const disposition = /^content-disposition:(.*)$/im.exec(header)?.[1] ?? '';
  const name = /;\s*name="([^"]*)"/i.exec(disposition)?.[1];
  const fileName = /;\s*filename="([^"]*)"/i.exec(disposition)?.[1];
  return name === field && fileName ? path.basename(fileName.replaceAll('\\', '/')).slice(0, 200) : null;
}

type Target = { fileName: string; most: number; target: string };

async function write(pieces: AsyncIterable<Buffer>, { fileName, most, target }: Target): Promise<Found> {
  let bytes = 0;
  async function* kept() {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > most * PATIENCE) throw new CutShort();
      if (bytes <= most) yield piece;
    }
  }
  await pipeline(kept, createWriteStream(target, { mode: 0o600 }));
  return bytes > most ? { state: 'too-large' } : { state: 'received', fileName, size: bytes };
}
