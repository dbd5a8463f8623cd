import { db } from '@/lib/platform/db';
import { hashPassword } from '@/lib/platform/passwords';
import { expect, test } from '../support/fixtures';
import { freshAddress, password } from '../support/forms';
import { client, cookiesSet, cookieValue, type Fields } from '../support/http';
import { aPerson } from '../support/people';
import type { AddressDoor } from './doors';

/** What a browser holds while it goes from page to page. */
type Held = { cookies: Record<string, string> };
/** Everything that a stranger could tell two answers apart by, except the time it took (timing.test.ts). */
type Seen = { status: number; headers: string[]; cookies: string[]; text: string };
type Asking = { held: Held; email: string; seen: Seen[] };

/** Sends a form as this browser and keeps what came back, and the page it led to. */
async function press({ held, email, seen }: Asking, page: string, button: string, fields: Fields) {
  const answer = await client(undefined, held).send(page, button, fields);
  seen.push(await look(answer, email));
  for (const line of cookiesSet(answer)) {
    const name = line.split('=', 1)[0] ?? '';
    held.cookies[name] = cookieValue(line);
  }
  const onward = answer.headers.get('location');
  if (onward) seen.push(await look(await client(undefined, held).ask(onward), email));
}

async function look(answer: Response, email: string): Promise<Seen> {
  const html = await answer.text();
  const main = /<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  return {
    status: answer.status,
    headers: [...answer.headers]
      .filter(([name]) => !['set-cookie', 'date', 'content-length', 'x-request-id'].includes(name))
      .map(([name, value]) => `${name}: ${value.replace(/nonce(-|="?)[\w+/=-]+/g, 'nonce')}`)
      .sort(),
    cookies: cookiesSet(answer)
      .map(line => line.replace(/=[^;]*/, value => `=${value.length}`).replace(/expires=[^;]+/i, 'expires'))
      .sort(),
    text: main
      .replace(/<[^>]*>/g, ' ')
      .replaceAll(email, 'ADDRESS')
      .replace(/sam-\w+@/g, 'sam@')
      .replace(/\d\d:\d\d/g, 'TIME')
      .replace(/\s+/g, ' '),
  };
}

const begin = (asking: Asking) =>
  press(asking, '/accounts/register/', 'Create account', { name: 'Maya Masked', email: asking.email, password });
const times = async (count: number, act: () => Promise<void>) => {
  for (let n = 0; n < count; n++) await act();
};

// Each is asked often enough to meet its limit.
const doors: Record<AddressDoor, (asking: Asking) => Promise<void>> = {
  'register/actions.ts': asking => times(3, () => begin(asking)),
  'login/actions.ts': asking =>
    times(7, () =>
      press(asking, '/accounts/login/', 'Sign in', { email: asking.email, password: 'another three words' }),
    ),
  'password-reset/actions.ts': asking =>
    times(3, () => press(asking, '/accounts/password-reset/', 'Send the link', { email: asking.email })),
  'password-reset/sent/actions.ts': async asking => {
    await press(asking, '/accounts/password-reset/', 'Send the link', { email: asking.email });
    await times(7, () => press(asking, '/accounts/password-reset/sent/', 'Continue', { code: '000000' }));
  },
  'verify/sent/actions.ts': async asking => {
    await begin(asking);
    await times(7, () => press(asking, '/accounts/verify/sent/', 'Confirm', { code: '000000' }));
    const slip = { ...asking, held: { cookies: {} } };
    await press(slip, '/accounts/register/', 'Create account', {
      name: 'Maya Masked',
      email: freshAddress('typed-wrong'),
      password,
    });
    // What was registered with first is another address each time.
    slip.seen.splice(-2);
    await times(2, () => press(slip, '/accounts/verify/address/', 'Send the email', { email: asking.email }));
  },
  'profile/email/actions.ts': async asking => {
    const person = await aPerson({ now: new Date(), email: freshAddress('sam'), name: 'Sam Same' });
    const signedIn = { ...asking, held: { cookies: { session: person.sessionToken } } };
    await press(signedIn, '/accounts/profile/email/', 'Send the email', { email: asking.email });
    await times(7, () => press(signedIn, '/accounts/profile/email/', 'Confirm', { code: '000000' }));
    const other = await aPerson({ now: new Date(), email: freshAddress('sam'), name: 'Sam Same' });
    const again = { ...asking, held: { cookies: { session: other.sessionToken } } };
    await press(again, '/accounts/profile/email/', 'Send the email', { email: asking.email });
  },
};

for (const [door, ask] of Object.entries(doors)) {
  test(`R18 ${door} answers an address with an account and one without alike: status, body, headers, limits`, async () => {
    await db().$executeRaw`delete from limits.counters`;
    const known = freshAddress('acc');
    const { userId } = await aPerson({ now: new Date(), email: known });
    await db().user.update({ where: { id: userId }, data: { passwordHash: await hashPassword(password) } });
    const answers: Seen[][] = [];
    for (const email of [known, freshAddress('non')]) {
      const asking: Asking = { held: { cookies: {} }, email, seen: [] };
      await ask(asking);
      answers.push(asking.seen);
    }
    const [one, other] = answers;
    expect(one?.length).toBeGreaterThan(1);
    expect(one).toEqual(other);
  });
}
