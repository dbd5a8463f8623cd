import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { aHouse } from '../support/house';
import { client } from '../support/http';
import { until } from '../support/server';

const { server, ready, rows, sentTo } = aHouse();

/** Sends a registration as a browser without JavaScript does; says whether an answer came back. */
async function register(page: string, email: string): Promise<boolean> {
  const fields = { name: 'Somebody New', email, password: 'purple tractor biscuit' };
  const visitor = client(undefined, { at: server().url });
  return visitor.replay('/accounts/register/', page, 'Create account', fields).then(
    answer => answer.status === 303,
    () => false,
  );
}

type Account = { email: string; tokens: number; noted: number; mails: number; unsent: number };

// Each part of a registration, counted for each account.
const accounts = () =>
  rows<Account>(`
    select u.email,
      (select count(*)::int from verification_tokens t where t.user_id = u.id and t.purpose = 'verify') as tokens,
      (select count(*)::int from audit a where u.id in (a.actor_id, a.person_id)) as noted,
      (select count(*)::int from mails m where m.user_id = u.id) as mails,
      (select count(*)::int from mails m where m.user_id = u.id and m.sent_at is null) as unsent
    from users u where u.email like 'kill-%'`);

const victims = {
  'the web server': () => server().webPid(),
  'the database': () => server().databasePid(),
};

test.each(Object.entries(victims))(
  'R62 kill -9 of %s among sign-ups leaves each account whole or not there, and its mail sent once',
  async (_name, victim) => {
    await until(ready, 60_000);
    const page = await (await fetch(`${server().url}/accounts/register/`)).text();
    const wave = Array.from({ length: 24 }, () => `kill-${randomUUID()}@example.org`);
    const before = (await accounts()).length;

    const answers = wave.map(email => register(page, email));
    // Some are told at once that too many passwords are being worked on; the kill waits for one that went through.
    await Promise.any(answers.map(async answer => (await answer) || Promise.reject(new Error('Refused'))));
    process.kill(await victim(), 'SIGKILL');
    const answered = await Promise.all(answers);

    await until(ready, 60_000);
    // Afterwards it works as before.
    const last = `kill-${randomUUID()}@example.org`;
    const fresh = await (await fetch(`${server().url}/accounts/register/`)).text();
    expect(await register(fresh, last)).toBe(true);

    // A job that was cut off runs again within two minutes.
    await until(async () => (await accounts()).every(({ unsent }) => unsent === 0), 130_000);
    const made = await accounts();
    expect(made.length).toBeGreaterThan(before);
    // Whoever was told that it worked has an account.
    const known = new Set(made.map(({ email }) => email));
    expect(wave.filter((email, i) => answered[i] && !known.has(email))).toEqual([]);
    for (const { email, ...parts } of made) {
      expect({ email, ...parts }).toMatchObject({ tokens: 1, mails: 1, unsent: 0 });
      expect(parts.noted).toBeGreaterThan(0);
    }
    expect((await sentTo('kill-')).sort()).toEqual([...known].sort());
  },
  400_000,
);
