import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSecrets } from '@/lib/platform/secrets';

const emptyFolder = () => mkdtemp(path.join(tmpdir(), 'haresign-secrets-'));

test('R66 secrets are random, made once, and readable by their owner alone', async () => {
  const folder = await emptyFolder();
  const first = await readSecrets(folder);
  expect(await readSecrets(folder)).toEqual(first);
  expect(Buffer.from(first.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, 'base64')).toHaveLength(32);
  expect(Buffer.from(first.AUTH_SECRET, 'base64url')).toHaveLength(32);
  expect((await stat(path.join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
  expect(await readSecrets(await emptyFolder())).not.toEqual(first);
});

test('several processes that start at once agree on the secrets', async () => {
  const folder = await emptyFolder();
  const all = await Promise.all(Array.from({ length: 20 }, () => readSecrets(folder)));
  expect(new Set(all.map(secrets => JSON.stringify(secrets))).size).toBe(1);
});

test('a damaged file is reported and left as it is', async () => {
  const folder = await emptyFolder();
  const file = path.join(folder, 'secrets.json');
  await writeFile(file, '{}');
  await expect(readSecrets(folder)).rejects.toThrow(/damaged/);
  expect(await readFile(file, 'utf8')).toBe('{}');
});
