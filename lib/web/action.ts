import 'server-only';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { createSafeActionClient } from 'next-safe-action';
import { isFresh } from '@/lib/core/fresh';
import { AFTER_SIGN_IN } from '@/lib/core/kept-typing';
import { mayAct } from '@/lib/core/powers';
import type { Refused, Result } from '@/lib/core/result';
import { returnPath } from '@/lib/core/return-path';
import type { Person } from '@/lib/core/viewer';
import { say, type Words } from '@/lib/core/words';
import { findPowers } from '@/lib/memberships/queries/find-powers';
import { log } from '@/lib/platform/log';
import { keepTyped } from './resume';
import { currentViewer } from './viewer';

/** What the form shows: a sentence, at a field where it belongs to one. */
export type Said = { message: string; field?: string };

class Refusal extends Error {
  constructor(readonly said: Said) {
    super(said.message);
  }
}

const client = createSafeActionClient({
  defaultValidationErrorsShape: 'flattened',
  handleServerError(error): Said {
    if (error instanceof Refusal) return error.said;
    const reference = crypto.randomUUID().slice(0, 8);
    log.error({ reference, err: error }, 'an action failed');
    return {
      message: `Something went wrong on our side and nothing was changed. Try again; if it stays, quote ${reference}.`,
    };
  },
}).use(async ({ next }) => next({ ctx: { viewer: await currentViewer() } }));

/** A door for everybody: sign-up, sign-in, reset. */
export const publicAction = client;

/** A door for signed-in people; others are led to sign in and back, and told that nothing was done. */
export const signedInAction = client.use(async ({ next, ctx }) => {
  if (ctx.viewer.kind !== 'person') return redirect(await signInFirst());
  return next({ ctx: { viewer: ctx.viewer } });
});

/** A door for people who proved who they are a short while ago; others are led to do so and back (R42). */
export const freshAction = signedInAction.use(async ({ next, ctx, clientInput }) => {
  if (!isFresh(ctx.viewer, ctx.viewer.now)) return confirmFirst(ctx.viewer, clientInput);
  return next({ ctx });
});

/** Leads to the page that asks who is there. What was typed stands in the form again afterwards. */
export async function confirmFirst(viewer: Person, typed: unknown): Promise<never> {
  const here = await sentFrom();
  const { pathname } = new URL(here, 'https://self.invalid');
  await keepTyped(viewer, pathname, isFields(typed) ? typed : {});
  return redirect(`/accounts/confirm/?next=${encodeURIComponent(here)}`);
}

const isFields = (typed: unknown): typed is Record<string, unknown> => typeof typed === 'object' && typed !== null;

/** The way to another page and back to the one whose form was sent. */
const backHere = async (page: string) => `${page}?next=${encodeURIComponent(await sentFrom())}`;

/** The way through the sign-in: the page's script knows from the address that it may fill the form again. */
async function signInFirst(): Promise<string> {
  const here = await sentFrom();
  const again = `${here}${here.includes('?') ? '&' : '?'}${AFTER_SIGN_IN}`;
  return `/accounts/login/?next=${encodeURIComponent(again)}&why=not-sent`;
}

async function sentFrom(): Promise<string> {
  const from = (await headers()).get('referer');
  return returnPath(from && URL.canParse(from) ? new URL(from).pathname + new URL(from).search : null);
}

/** A door for platform administrators; to everybody else it does not exist. The rulebook still decides each act. */
export const adminAction = signedInAction.use(async ({ next, ctx }) => {
  const powers = await findPowers(ctx.viewer, 'platform');
  if (powers.kind === 'none') return notFound();
  if (!mayAct(powers)) return redirect(await backHere('/accounts/factor-needed/'));
  return next({ ctx });
});

/** The same for what changes somebody's account: who does it proved a short while ago that it is them (R42). */
export const freshAdminAction = adminAction.use(async ({ next, ctx, clientInput }) => {
  if (!isFresh(ctx.viewer, ctx.viewer.now)) return confirmFirst(ctx.viewer, clientInput);
  return next({ ctx });
});

/** The value of a command, or its refusal said to the person by the form. `fields` places a refusal at its field. */
export function settle<T, R extends string>(
  result: Result<T, R>,
  words: Words<R>,
  fields: Partial<Record<R, string>> = {},
): T {
  if (result.ok) return result.value;
  throw new Refusal(saying(result, words, fields));
}

function saying<R extends string>(refused: Refused<R>, words: Words<R>, fields: Partial<Record<R, string>>): Said {
  return { message: say(words, refused), field: fields[refused.refusal] };
}
