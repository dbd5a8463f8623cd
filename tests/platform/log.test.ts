import { expect, test } from 'vitest';
import { db } from '@/lib/platform/db';
import { withoutPeople } from '@/lib/platform/log';
import { testDatabase } from '../support/database';
import { aPerson } from '../support/people';

await testDatabase();

test('R59 R63 what the database says about a refused row does not reach the log with the person in it', async () => {
  const person = await aPerson({ name: 'Quirin Unmistakable', email: 'quirin.unmistakable@elmgreen.nhs.uk' });
  const row = { name: person.name, email: person.email, createdAt: person.now };
  const faults = [
    await db()
      .user.create({ data: row })
      .catch(error => error),
    await db().$executeRaw`insert into users (name, email) values (${person.name}, ${person.email})`.catch(
      error => error,
    ),
    // What a library makes of a value of the wrong kind.
    await db()
      .user.findMany({ where: { email: { contains: person.email, nonsense: person.name } as object } })
      .catch(error => error),
    new Error(`Key (email)=(${person.email}) already exists, said "${person.name}"`),
  ];
  for (const fault of faults) {
    expect(fault).toBeInstanceOf(Error);
    const logged = JSON.stringify(withoutPeople(fault));
    expect(logged).not.toMatch(/quirin|unmistakable/i);
    expect(withoutPeople(fault)).toMatchObject({ type: expect.stringMatching(/Error/), message: expect.any(String) });
  }
});
