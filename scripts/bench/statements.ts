import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { type Asking, insist } from './ask';

type Place = { origin: string; folder: string; databaseUrl: string };
export type Statements = { perRequest: number; ofTransactions: number };

const repeats = 20;

/**
 * How many SQL statements the embedded database is sent for one request, read from its own log. Beginning and ending a
 * transaction is counted apart; the job queue, which asks at its own pace, is not counted.
 */
export async function countStatements(place: Place, requests: Asking[]): Promise<Statements> {
  const log = path.join(place.folder, 'postgres.log');
  const askAll = async () => {
    for (let index = 0; index < repeats; index += 1) {
      const asking = requests[index % requests.length];
      if (asking) await insist(place.origin, asking);
    }
  };
  const client = new pg.Client({ connectionString: place.databaseUrl });
  await client.connect();
  try {
    await setLogging(client, 'all');
    await askAll();
    const begin = statSync(log).size;
    await askAll();
    await setLogging(client, 'none');
    const lines = readFileSync(log)
      .subarray(begin)
      .toString('utf8')
      .split(/\n(?!\t)/);
    const sent = lines.flatMap(line => /LOG: {2}(?:execute [^:]*|statement): ([\s\S]*)/.exec(line)?.[1] ?? []);
    const ours = sent.filter(sql => !/pgboss|alter system|pg_reload_conf/i.test(sql));
    const ofTransactions = ours.filter(sql => /^(begin|commit|rollback|savepoint|release)/i.test(sql)).length;
    // Rounded: now and then a job's own statement falls among those of twenty requests.
    const each = (count: number) => Math.round(count / repeats);
    return { perRequest: each(ours.length - ofTransactions), ofTransactions: each(ofTransactions) };
  } finally {
    await client.end();
  }
}

async function setLogging(client: pg.Client, what: 'all' | 'none') {
  await client.query(`alter system set log_statement = '${what}'`);
  await client.query('select pg_reload_conf()');
  // Backends take the new setting before their next command; the postmaster must have passed it on by then.
  await client.query('select pg_sleep(0.3)');
}
