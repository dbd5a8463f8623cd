import { reject } from '@/lib/memberships/commands/reject';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { db } from '@/lib/platform/db';
import { withApp } from '../accounts/factors';
import { aMember } from '../accounts/member';
import { expect, test } from '../support/fixtures';
import { freshAddress, password } from '../support/forms';
import { client, cookieSet, cookieValue } from '../support/http';
import { origin } from '../support/installation';
import { aPerson, guarded, joined } from '../support/people';
import { aRegisteredPractice } from '../support/register';
import { aVirtualAuthenticator } from '../support/virtual-authenticator';
import type { LeadingOn } from './doors';
import { staysHere, wishes } from './wishes';

const now = () => new Date();
const signInFields = ({ email }: { email: string }, next: string) => ({ email, password, next });
const leadsTo = (answer: Response) => answer.headers.get('location');

/** The first link or field of a page that leads to another site, or that holds the wish as it was written. */
function otherSite(html: string, wish: string): string | undefined {
  const held = [...html.matchAll(/<(?:a|input|form)\b[^>]*?(?:href|value|action)="([^"]*)"/g)].map(
    ([, value = '']) => value,
  );
  return held.find(value => value === wish || (value.includes('evil.example') && !isHere(value)));
}

const isHere = (value: string) => URL.canParse(value, origin) && new URL(value, origin).origin === origin;

type Lead = {
  /** Where a wish leads; of a page, itself when it holds no other site. */
  follow: (next: string) => Promise<string | null>;
  /** A path of this site, which is kept. */
  kept: string;
};

/** One way for each file that leads on: made new for the test, and asked with every wish. */
const ways: Record<LeadingOn, () => Promise<Lead>> = {
  'app/(entry)/accounts/login/actions.ts': async () => {
    const person = await aMember({ now: now() });
    const follow = async (next: string) =>
      leadsTo(await client().send('/accounts/login/', 'Sign in', signInFields(person, next)));
    return { follow, kept: '/tools/?topic=access' };
  },
  'app/(entry)/accounts/login/code/actions.ts': async () => {
    // Each recovery code works once, and each wish needs one.
    const people = await Promise.all([1, 2, 3].map(async () => withApp(await aMember({ now: now() }))));
    const codes = people.flatMap(person => person.codes.map(code => ({ person, code })));
    const follow = async (next: string) => {
      const one = codes.pop();
      if (!one) throw new Error('no code is left');
      const begun = await client().send('/accounts/login/', 'Sign in', signInFields(one.person, next));
      const cookies = { 'second-step': cookieValue(cookieSet(begun, 'second-step')) };
      const fields = { recovery: one.code };
      return leadsTo(await client(undefined, { cookies }).send('/accounts/login/recovery/', 'Sign in', fields));
    };
    return { follow, kept: '/tools/?topic=access' };
  },
  'app/(entry)/accounts/login/page.tsx': async () => aPage('/accounts/login/'),
  'app/(entry)/accounts/register/page.tsx': async () => aPage('/accounts/register/'),
  'app/(app)/accounts/confirm/page.tsx': async () => aPage('/accounts/confirm/', await aMember({ now: now() })),
  'app/(app)/accounts/factor-needed/page.tsx': async () => {
    const admin = await aPerson({ now: now(), platformAdmin: true });
    return aPage('/accounts/factor-needed/', admin);
  },
  'app/(entry)/accounts/register/actions.ts': async () => {
    const follow = async (next: string) => {
      const email = freshAddress('onward');
      await client().send('/accounts/register/', 'Create account', { name: 'Onna Onward', email, password, next });
      const row = await db().verificationToken.findFirstOrThrow({ where: { address: email, purpose: 'registration' } });
      return row.returnTo;
    };
    return { follow, kept: '/tools/?topic=access' };
  },
  'app/(app)/accounts/confirm/actions.ts': async () => {
    const person = await aMember({ now: now() });
    let { sessionToken } = person;
    const follow = async (next: string) => {
      const answer = await client({ sessionToken }).send('/accounts/confirm/', 'Confirm', { password, next });
      sessionToken = cookieValue(cookieSet(answer, 'session'));
      return leadsTo(answer);
    };
    return { follow, kept: '/accounts/profile/security/' };
  },
  'app/(app)/w/actions.ts': async () => {
    const admin = await aPerson({ now: now() });
    await guarded(admin);
    const { code } = await aRegisteredPractice();
    await joined(admin, code, 'admin');
    const asker = await aPerson({ now: now() });
    const asked = await requestToJoin(asker, { code, claim: 'partner', claimOther: '', message: '' });
    if (!asked.ok || !(await reject({ ...admin, now: now() }, { id: asked.value.id, reason: 'unknown' })).ok)
      throw new Error('no decision');
    const page = `/w/${code}/approvals/?show=decided`;
    const html = await client(admin).text(page);
    const follow = async (back: string) => leadsTo(await client(admin).replay(page, html, /^Undo/, { back }));
    return { follow, kept: page };
  },
  'app/(app)/workspaces/actions.ts': async () => {
    const person = await aPerson({ now: now() });
    const membership = (await joined(person, (await aRegisteredPractice()).code, 'member')).id;
    const follow = async (next: string) =>
      leadsTo(await client(person).send('/workspaces/', /No workspace/, { membership, next }));
    return { follow, kept: '/accounts/profile/presets/' };
  },
  'app/(app)/workspaces/lost/route.ts': async () => {
    const person = await aPerson({ now: now() });
    const follow = async (next: string) =>
      leadsTo(await client(person).ask(`/workspaces/lost/?next=${encodeURIComponent(next)}`));
    return { follow, kept: '/tools/' };
  },
  // The page that a form was sent from, as the browser says.
  'lib/web/action.ts': async () => {
    const person = await aPerson({ now: now() });
    const html = await client(person).text('/accounts/profile/name/');
    const follow = async (next: string) => {
      const referer = next.startsWith('/') ? `${origin}${next}` : next;
      const headers = { referer: referer.replace(/[\t\n]/g, '%09') };
      const fields = { name: 'Somebody Else' };
      const answer = await client().replay('/accounts/profile/name/', html, 'Save name', fields, headers);
      return onwards(leadsTo(answer), '/accounts/login/');
    };
    return { follow, kept: '/accounts/profile/name/' };
  },
  // The page itself is where one comes back to: a wish can only be written into its address.
  'lib/web/viewer.ts': async () => ({
    follow: async next => {
      const answer = await client().ask(`/w/${encodeURIComponent(next)}/members/`);
      const location = leadsTo(answer);
      return location?.startsWith('/accounts/login/') ? onwards(location, '/accounts/login/') : (location ?? '/');
    },
    kept: '',
  }),
  'lib/web/powers.ts': async () => {
    const admin = await aPerson({ now: now(), platformAdmin: true });
    const follow = async (next: string) =>
      leadsTo(await client(admin).ask(`/admin/people/${encodeURIComponent(next)}/`)) ?? '/';
    return { follow, kept: '' };
  },
};

/** Where a page that stands in between leads on to. */
function onwards(location: string | null, page: string): string | null {
  const there = new URL(location ?? '', origin);
  expect(there.pathname).toBe(page);
  return there.searchParams.get('next');
}

function aPage(page: string, person?: { sessionToken: string }): Lead {
  const follow = async (next: string) => {
    const answer = await client(person).ask(`${page}?next=${encodeURIComponent(next)}`);
    const location = leadsTo(answer);
    if (location) return location;
    const html = await answer.text();
    expect(html).toContain('<h1');
    return otherSite(html, next) ?? page;
  };
  return { follow, kept: '/tools/' };
}

for (const [file, way] of Object.entries(ways)) {
  test(`R61 ${file} leads to a path of this site, whatever was wished`, async () => {
    await db().$executeRaw`delete from limits.counters`;
    const { follow, kept } = await way();
    for (const wish of wishes) expect(staysHere(await follow(wish)), `${file} ${JSON.stringify(wish)}`).toBe(true);
    if (kept) expect(await follow(kept), 'a path of this site is kept').toContain(kept);
  });
}

test('R61 signing in with a passkey leads to a path of this site, whatever was wished', async ({ visit }) => {
  const member = await aMember({ now: now() });
  const page = await visit({ as: member });
  await aVirtualAuthenticator(page);
  await page.goto('/accounts/profile/security/passkeys/new/');
  await page.getByRole('button', { name: 'Make the passkey' }).click();
  await page.waitForURL('**/recovery-codes/');
  for (const wish of ['//evil.example', '/\\evil.example', 'https://evil.example', '/tools/']) {
    await page.context().clearCookies();
    await page.goto('/accounts/login/?next=%2Ftools%2F');
    const fields = page.locator('input[name=next]');
    for (const field of await fields.all()) {
      await field.evaluate((input, value) => input.setAttribute('value', value), wish);
    }
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.waitForURL(url => !url.pathname.startsWith('/accounts/login/'));
    expect(new URL(page.url()).origin).toBe(origin);
    expect(new URL(page.url()).pathname).toBe(wish === '/tools/' ? wish : '/accounts/profile/');
  }
});

test('R61 an address that begins with two slashes leads to no other site', async () => {
  for (const path of [
    '//evil.example',
    '//evil.example/..',
    '/\\evil.example/',
    '/.//evil.example',
    '/%5Cevil.example/',
  ]) {
    const { headers } = await fetch(origin + path, { redirect: 'manual' });
    const location = headers.get('location');
    if (location) expect(new URL(location, origin).origin, path).toBe(origin);
  }
  expect((await client().ask('/tools/')).status).toBe(200);
});
