import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { receiveFile } from '@/lib/platform/multipart';

const from = (form: FormData) => new Request('http://localhost/', { method: 'POST', body: form });
const wanted = { field: 'file', most: 1_000_000 };

function form(...files: [field: string, name: string, content: Buffer | string][]): FormData {
  const data = new FormData();
  data.append('note', 'with "quotes"\r\n--and-dashes');
  for (const [field, name, content] of files)
    data.append(field, new Blob([new Uint8Array(Buffer.from(content))]), name);
  return data;
}

describe('a file in a posted form', () => {
  it('arrives byte for byte, whatever it holds and wherever it is cut on the way', async () => {
    const content = Buffer.alloc(700_000, '\r\n--Boundary\r\n\r\n\u0000é');
    const received = await receiveFile(from(form(['other', 'x.csv', 'x'], ['file', 'map.csv', content])), wanted);
    if (received.state !== 'received') throw new Error(received.state);
    expect(received).toMatchObject({ fileName: 'map.csv', size: content.length });
    expect(readFileSync(received.path).equals(content)).toBe(true);
    await received.discard();
    expect(() => readFileSync(received.path)).toThrow();
  });

  it('byte by byte it is the same', async () => {
    const source = from(form(['file', 'a.csv', 'one\r\ntwo']));
    const bytes = new Uint8Array(await source.arrayBuffer());
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, headers: source.headers, duplex: 'half' };
    const slow = new Request('http://localhost/', init);
    const received = await receiveFile(slow, wanted);
    expect(received.state === 'received' && readFileSync(received.path, 'utf8')).toBe('one\r\ntwo');
  });

  it('keeps no path of a name', async () => {
    const received = await receiveFile(from(form(['file', '../../etc/map.csv', 'x'])), wanted);
    expect(received).toMatchObject({ state: 'received', fileName: 'map.csv' });
  });

  it('R60 a larger one is refused and leaves nothing, one of exactly the size is taken', async () => {
    expect(await receiveFile(from(form(['file', 'a', Buffer.alloc(1001)])), { field: 'file', most: 1000 })).toEqual({
      state: 'too-large',
    });
    expect(
      await receiveFile(from(form(['file', 'a', Buffer.alloc(1000)])), { field: 'file', most: 1000 }),
    ).toMatchObject({
      state: 'received',
    });
  });

  it('a form without a file, cut short, or of another kind says so', async () => {
    expect(await receiveFile(from(form()), wanted)).toEqual({ state: 'none' });
    expect(await receiveFile(from(form(['file', '', ''])), wanted)).toEqual({ state: 'none' });
    const whole = from(form(['file', 'a.csv', 'x'.repeat(1000)]));
    const cut = (await whole.arrayBuffer()).slice(0, 900);
    const short = new Request('http://localhost/', { method: 'POST', body: cut, headers: whole.headers });
    expect(await receiveFile(short, wanted)).toEqual({ state: 'unreadable' });
    const other = new Request('http://localhost/', { method: 'POST', body: 'a=b' });
    expect(await receiveFile(other, wanted)).toEqual({ state: 'unreadable' });
  });
});
