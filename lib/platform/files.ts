import 'server-only';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { env } from './env';

/** Where bytes are kept. Keys are made by us (letters, digits, `-`, `/`), never from a person's file name. */
export type Files = {
  put: (key: string, body: Readable, length: number) => Promise<void>;
  get: (key: string) => Promise<Readable>;
  remove: (key: string) => Promise<void>;
};

let chosen: Files | undefined;

export function files(): Files {
  chosen ??= env().S3_BUCKET ? bucket(env().S3_BUCKET ?? '') : folder(path.join(env().DATA_DIR, 'files'));
  return chosen;
}

function safe(key: string): string {
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/i.test(key)) throw new Error('not a storage key');
  return key;
}

function folder(root: string): Files {
  const at = (key: string) => path.join(root, safe(key));
  return {
    async put(key, body) {
      await mkdir(path.dirname(at(key)), { recursive: true, mode: 0o700 });
      await pipeline(body, createWriteStream(`${at(key)}.part`, { mode: 0o600 }));
      await rename(`${at(key)}.part`, at(key));
    },
    async get(key) {
      const stream = createReadStream(at(key));
      await new Promise<void>((opened, failed) => stream.once('open', () => opened()).once('error', failed));
      return stream;
    },
    remove: key => rm(at(key), { force: true }),
  };
}

function bucket(name: string): Files {
  const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env();
  const credentials =
    S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
      ? { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }
      : undefined;
  const s3 = new S3Client({
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    credentials,
    forcePathStyle: Boolean(S3_ENDPOINT),
  });
  const at = (key: string) => ({ Bucket: name, Key: safe(key) });
  return {
    async put(key, body, length) {
      await s3.send(new PutObjectCommand({ ...at(key), Body: body, ContentLength: length }));
    },
    async get(key) {
      const { Body } = await s3.send(new GetObjectCommand(at(key)));
      if (!(Body instanceof Readable)) throw new Error('the store answered without a body');
      return Body;
    },
    async remove(key) {
      await s3.send(new DeleteObjectCommand(at(key)));
    },
  };
}

/** Writes, reads and removes a few bytes: is the store in order? */
export async function probeFiles(): Promise<void> {
  const key = `probe/${process.pid}-${process.hrtime.bigint()}`;
  await files().put(key, Readable.from([Buffer.from('ok')]), 2);
  for await (const _ of await files().get(key)) break;
  await files().remove(key);
}
