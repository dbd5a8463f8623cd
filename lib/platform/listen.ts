import 'server-only';
import { Client } from 'pg';
import { env } from './env';
import { log } from './log';

declare module 'pg' {
  interface Client {
    /** In pg since 8.7; its types do not know it. */
    unref(): void;
  }
}

const RETRY_MS = 1000;

/** Whether messages arrive at the moment: while they do not, the caller looks for itself. */
export type Listener = { connected: () => boolean };

/**
 * Hears what any process says on a PostgreSQL channel (NOTIFY), on one connection of its own that comes back by itself
 * and never keeps a process from ending. Messages sent while it was away are lost.
 */
export function listen(channel: string, heard: (message: string) => void): Listener {
  let connected = false;
  const again = () => setTimeout(start, RETRY_MS).unref();
  const start = () => {
    const client = new Client({ connectionString: env().DATABASE_URL, keepAlive: true });
    let lost = false;
    const lose = (error?: Error) => {
      if (lost) return;
      lost = true;
      connected = false;
      if (error) log.warn({ channel, reason: error.message }, 'listening connection lost');
      client.end().catch(() => undefined);
      again();
    };
    client.on('error', lose);
    client.on('end', () => lose());
    client.on('notification', message => heard(message.payload ?? ''));
    client
      .connect()
      .then(() => client.query(`LISTEN ${client.escapeIdentifier(channel)}`))
      .then(() => {
        connected = true;
        client.unref();
      })
      .catch(lose);
  };
  start();
  return { connected: () => connected };
}
