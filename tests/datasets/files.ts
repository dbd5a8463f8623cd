import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { ZipFile } from 'yazl';

const folder = mkdtempSync(path.join(tmpdir(), 'haresign-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file of this test and answers what importFile wants. */
export function file(fileName: string, content: string | Buffer) {
  const at = path.join(folder, fileName);
  writeFileSync(at, content);
  return { path: at, fileName };
}

export const gzipped = (content: string) => gzipSync(content);

export function zipped(entries: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    zip.outputStream.on('end', () => resolve(Buffer.concat(chunks)));
    zip.outputStream.on('error', reject);
  });
}

type Register = {
  code: string;
  name?: string;
  status?: string;
  setting?: string;
  opened?: string;
  closed?: string;
  national?: string;
};

/** One row of epraccur: 27 columns, each in quotes. */
export function registerRow({ code, name = 'ELM SURGERY', status = 'A', setting = '4', ...row }: Register): string {
  const cells = Array.from({ length: 27 }, () => '');
  const set = (column: number, value = '') => {
    cells[column - 1] = value;
  };
  set(1, code);
  set(2, name);
  set(3, row.national ?? 'Y71');
  set(4, 'QBA');
  set(5, '1 HIGH STREET');
  set(8, 'PLOVERMERE');
  set(9, 'DEVON');
  set(10, 'XA1 1AA');
  set(11, row.opened ?? '19740401');
  set(12, row.closed ?? '');
  set(13, status);
  set(14, 'B');
  set(15, '21C');
  set(26, setting);
  return cells.map(cell => `"${cell}"`).join();
}
