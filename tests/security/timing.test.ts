import { expect, test } from 'vitest';
import { askAddressChange } from '@/lib/accounts/commands/change-address';
import { confirmByCode } from '@/lib/accounts/commands/confirm-address';
import { register } from '@/lib/accounts/commands/register';
import { correctAddress, resend } from '@/lib/accounts/commands/registrations';
import { openResetByCode } from '@/lib/accounts/commands/reset-by-code';
import { askReset } from '@/lib/accounts/commands/reset-password';
import { signIn } from '@/lib/accounts/commands/sign-in';
import { MINUTE } from '@/lib/accounts/rules/limits';
import { db } from '@/lib/platform/db';
import { passwordHash } from '../accounts/member';
import { testDatabase } from '../support/database';
import { anonymous, aPerson, later, tuesday } from '../support/people';
import { type Asked, apart, BOUND, emailOf, MOST_PAIRS } from '../support/timing';
import type { AddressDoor } from './doors';

await testDatabase();

type Door = (asked: Asked) => Promise<unknown>;

const password = 'purple tractor biscuit';
const at = (minutes: number) => later(anonymous(), minutes * MINUTE);
const client = ({ known, n }: Asked) => `198.51.${known ? 100 : 101}.${n}`;
const registrations = new Map<string, string>();
const registration = ({ email }: Asked) => registrations.get(email) ?? null;
const asker = await aPerson();

// The doors in an order in which each finds what the one before it left: a reset that was asked for, an account begun.
const doors: Record<AddressDoor, Record<string, Door>> = {
  'login/actions.ts': {
    'signing in with a wrong password': asked =>
      signIn(at(0), {
        email: asked.email,
        password: 'another three words',
        returnTo: null,
        client: { address: client(asked), userAgent: '' },
      }),
  },
  'password-reset/actions.ts': {
    'asking for a new password': asked => askReset(at(0), { email: asked.email, client: client(asked) }),
  },
  'password-reset/sent/actions.ts': {
    'typing a code for a new password': asked =>
      openResetByCode(at(1), { address: asked.email, code: '000000', client: client(asked) }),
  },
  'register/actions.ts': {
    'creating an account': async asked => {
      const wanted = { name: 'Asha Patel', email: asked.email, password, returnTo: null, client: client(asked) };
      const begun = await register(at(0), wanted);
      if (begun.ok) registrations.set(asked.email, begun.value);
    },
  },
  'verify/sent/actions.ts': {
    'typing a code': asked => confirmByCode(at(1), { code: '000000', registration: registration(asked) }),
    'asking for another mail': asked => resend(at(2), { registration: registration(asked), client: client(asked) }),
    'correcting the address': asked =>
      correctAddress(at(3), {
        registration: registration(asked),
        email: `other-${asked.email}`,
        client: client(asked),
      }),
  },
  'profile/email/actions.ts': {
    'asking for another address': asked =>
      askAddressChange(asker, { email: `further-${asked.email}`, client: client(asked) }),
  },
};

// Known addresses have an account; those that are typed later, too.
for (let n = 0; n < MOST_PAIRS; n++) {
  for (const email of [emailOf(true, n), `other-${emailOf(true, n)}`, `further-${emailOf(true, n)}`]) {
    const row = { name: 'Asha Patel', email, emailVerified: tuesday, passwordHash, createdAt: tuesday };
    await db().user.create({ data: row });
  }
}

const each = Object.entries(doors).flatMap(([door, asks]) =>
  Object.entries(asks).map(([what, ask]) => ({ door, what, ask })),
);

test.each(each)(
  'R18 $what ($door) takes as long for an address with an account as for one without, over 200 tries',
  async ({ ask }) => {
    expect(await apart(ask)).toBeLessThan(BOUND);
  },
  120_000,
);

test('R18 the comparison notices one statement more on one side', async () => {
  const distance = await apart(async ({ known, email }) => {
    await db().user.count();
    if (known) await db().user.count({ where: { email } });
  });
  expect(distance).toBeGreaterThan(BOUND);
});
