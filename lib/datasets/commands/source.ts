import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import readWorkbook from 'read-excel-file/node';
import { type Entry, openPromise } from 'yauzl';
import type { Facts } from '@/lib/core/result';
import { decoderFor, utf8Check } from '../rules/decode';
import { containerOf } from '../rules/recognise';
import type { ImportRefusal } from '../schema';

/** A table of a published file. Its rows can be read as often as needed. */
export type Table = { sha256: string; rows: () => AsyncIterable<string[]> };

/** The file cannot be read as a table: caught where the import answers with a refusal. */
export class Unreadable extends Error {
  constructor(
    readonly refusal: ImportRefusal,
    readonly facts: Facts = {},
  ) {
    super(refusal);
  }
}

// The largest real file unpacks to 21 MB, single years of age to about 40 MB.
const CAP = 200 * 1024 * 1024;

/** Opens a CSV, gzip, ZIP or workbook by content; looks through it once for its digest, encoding and size. */
export async function openTables(path: string): Promise<Table[]> {
  const container = containerOf(await firstBytes(path));
  if (container === 'empty') throw new Unreadable('empty');
  if (container === 'html') throw new Unreadable('html');
  if (container === 'zip') return openZip(path);
  return [await textTable(() => plainChunks(path, container === 'gzip'))];
}

async function firstBytes(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    throw new Unreadable('no-such-file');
  }
}

type Chunks = () => AsyncIterable<Buffer>;

async function* plainChunks(path: string, gzip: boolean): AsyncIterable<Buffer> {
  const file = createReadStream(path);
  if (!gzip) return yield* file;
  // A broken read would otherwise leave the unpacker waiting.
  const unpacked = createGunzip();
  file.on('error', error => unpacked.destroy(error));
  yield* file.pipe(unpacked);
}

async function openZip(path: string): Promise<Table[]> {
  const entries = await entriesOf(path);
  const size = entries.reduce((total, entry) => total + entry.uncompressedSize, 0);
  if (size > CAP) throw new Unreadable('too-large');
  if (entries.some(entry => entry.fileName === 'xl/workbook.xml')) return workbook(path);
  const files = entries.filter(entry => !/\/$|^__MACOSX\//.test(entry.fileName));
  const [only] = files;
  if (!only || files.length > 1) throw new Unreadable('not-one-file');
  return [await textTable(() => entryChunks(path, only))];
}

async function entriesOf(path: string): Promise<Entry[]> {
  return unlessDamaged(async () => {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    try {
      const entries: Entry[] = [];
      for await (const entry of zip.eachEntry()) entries.push(entry);
      return entries;
    } finally {
      zip.close();
    }
  });
}

async function* entryChunks(path: string, entry: Entry): AsyncIterable<Buffer> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  try {
    yield* await zip.openReadStreamPromise(entry);
  } finally {
    zip.close();
  }
}

async function textTable(chunks: Chunks): Promise<Table> {
  const digest = createHash('sha256');
  const utf8 = utf8Check();
  let head: Buffer | null = null;
  let size = 0;
  await unlessDamaged(async () => {
    for await (const chunk of chunks()) {
      head ??= chunk;
      size += chunk.length;
      if (size > CAP) throw new Unreadable('too-large');
      digest.update(chunk);
      utf8.feed(chunk);
    }
  });
  const inside = containerOf(head ?? new Uint8Array());
  if (inside === 'empty' || inside === 'html') throw new Unreadable(inside);
  const valid = utf8.end();
  return { sha256: digest.digest('hex'), rows: () => textRows(chunks, valid) };
}

async function* textRows(chunks: Chunks, utf8: boolean): AsyncIterable<string[]> {
  async function* text() {
    const decoder = decoderFor(utf8);
    for await (const chunk of chunks()) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  }
  const parser = parse({ relax_column_count: true, skip_empty_lines: true, encoding: 'utf8' });
  const source = Readable.from(text());
  source.on('error', error => parser.destroy(error));
  yield* source.pipe(parser);
}

/** The sheets of the ePCN workbook, as text. */
async function workbook(path: string): Promise<Table[]> {
  const sheets = await unlessDamaged(() => readWorkbook(path));
  return sheets.map(({ data }) => {
    const rows = data.map(row => row.map(cellText));
    const sha256 = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    return { sha256, rows: () => Readable.from(rows) };
  });
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

async function unlessDamaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('damaged', { reason: error instanceof Error ? error.message : '' });
  }
}
