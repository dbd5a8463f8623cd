import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrate } from '@/lib/platform/migrate';

/** Brings a database up to date, and fills an empty one with the demonstration register. */
export async function prepareDatabase(url: string, say: (line: string) => void) {
  const applied = await migrate(url);
  if (applied.length > 0) say(`Database brought up to date (${applied.length} migrations).`);
  if (await hasOrganisations(url)) return;
  say('No organisations yet: making the demonstration register, some seconds.');
  // Loaded for this once only: a start on a filled database must be quick.
  const { makeDemonstrationRegister } = await import('@/lib/datasets/commands/demonstration');
  const { closeDatabase } = await import('@/lib/platform/db');
  const made = await makeDemonstrationRegister({ kind: 'system', now: new Date(), requestId: randomUUID() });
  await closeDatabase();
  // Refused: another process has filled the register meanwhile.
  if (!made.ok) return;
  const { organisations, periods, milliseconds } = made.value;
  const size = `${organisations.toLocaleString('en-GB')} invented organisations, ${periods} months of list sizes`;
  say(`Demonstration register made: ${size} (${Math.round(milliseconds / 1000)} s).`);
}

/**
 * The address at which the first administrator is set up, with a fresh code of which the database keeps the digest only;
 * undefined once there is an administrator.
 */
export async function setupLink(databaseUrl: string, appUrl: string): Promise<string | undefined> {
  return withClient(databaseUrl, async client => {
    const { rowCount } = await client.query('select from users where platform_admin_since is not null limit 1');
    if (rowCount) return;
    const code = randomBytes(18).toString('base64url');
    const digest = createHash('sha256').update(code).digest('base64url');
    await client.query(
      `insert into settings (key, value) values ('setup-code', $1)
       on conflict (key) do update set value = excluded.value, updated_at = now()`,
      [{ digest, createdAt: new Date().toISOString() }],
    );
    return `${appUrl}/setup/?code=${code}`;
  });
}

const hasOrganisations = (url: string) =>
  withClient(url, async client => Boolean((await client.query('select from organisations limit 1')).rowCount));

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
