import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';

// The product reads its settings once, when it is imported: they must stand before a test file is. The database that
// DATABASE_URL names is made when, and only if, the file calls testDatabase().
const name = `file_${randomUUID().replaceAll('-', '')}`;
const folder = path.join(inject('folder'), name);
mkdirSync(folder, { recursive: true });

Object.assign(process.env, {
  DATABASE_URL: inject('cluster') + name,
  DATA_DIR: folder,
  APP_URL: 'http://localhost:3000',
  AUTH_SECRET: 'only-for-tests-0123456789-0123456789-0123456789',
  LOG_LEVEL: 'silent',
});
