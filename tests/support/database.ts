import pg from 'pg';
import { afterAll } from 'vitest';
import { closeDatabase, db } from '@/lib/platform/db';
import { template } from './cluster';

/** Gives the test file a migrated database of its own; commands and queries use it without being told. */
export async function testDatabase() {
  const url = process.env.DATABASE_URL ?? '';
  await copyTemplate(new URL(url));
  afterAll(closeDatabase);
  return { db: db(), url };
}

async function copyTemplate(url: URL) {
  const admin = new URL(url);
  admin.pathname = '/postgres';
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  try {
    await client.query(`create database ${client.escapeIdentifier(url.pathname.slice(1))} template ${template}`);
  } finally {
    await client.end();
  }
}
