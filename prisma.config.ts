import { defineConfig } from 'prisma/config';

// The address is needed by `prisma migrate` only; the running product reads it in lib/platform/env.ts.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/haresign' },
});
