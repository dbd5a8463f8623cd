import 'server-only';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person, Viewer } from '@/lib/core/viewer';
import type { Change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { type ChallengePurpose, takeChallenge } from './challenges';

export type CreationOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>;
export type RequestOptions = Awaited<ReturnType<typeof generateAuthenticationOptions>>;

type Known = { credentialId: string; transports: string[] };

const listed = (known: Known[]) => known.map(({ credentialId: id, transports }) => ({ id, transports }));

/** A passkey is bound to the host name of APP_URL and answers pages of that origin only. */
const party = () => ({ rpID: new URL(env().APP_URL).hostname, origin: new URL(env().APP_URL).origin });

// A passkey alone signs in, so it must know its owner (fingerprint, PIN) and be found without a name.
const selection = { residentKey: 'required', userVerification: 'required' } as const;

export const creationOptions = (viewer: Person, challenge: string, known: Known[]): Promise<CreationOptions> =>
  generateRegistrationOptions({
    rpName: env().SITE_NAME,
    rpID: party().rpID,
    userName: viewer.email,
    userDisplayName: viewer.name,
    userID: new TextEncoder().encode(viewer.userId),
    challenge: bytes(challenge),
    excludeCredentials: listed(known),
    authenticatorSelection: selection,
    attestationType: 'none',
  });

/** `known` empty: whichever passkey of this site the person chooses. */
export const requestOptions = (challenge: string, known: Known[]): Promise<RequestOptions> =>
  generateAuthenticationOptions({
    rpID: party().rpID,
    challenge: bytes(challenge),
    allowCredentials: listed(known),
    userVerification: 'required',
  });

const bytes = (challenge: string) => new Uint8Array(Buffer.from(challenge, 'base64url'));

/** The passkey that a browser made for this session's challenge, or null: not ours, replayed, too late, not verified. */
export async function readNewPasskey(viewer: Person, answer: string) {
  const response = parse(answer, isRegistration);
  const challenge = response && challengeOf(response.response.clientDataJSON);
  const posed = challenge && (await takeChallenge(viewer, 'passkey-add', challenge));
  if (!posed || posed.userId !== viewer.userId || posed.sessionId !== viewer.sessionId) return null;
  const { rpID, origin } = party();
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch(refused);
  if (!checked?.verified) return null;
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
  return { credentialId: id, publicKey: new Uint8Array(publicKey), counter, transports };
}

/** Whose passkey answered, checked against the one challenge it may answer. `spendPasskey` writes it down. */
export type Proved = { passkeyId: string; userId: string; counter: number };

type Asked = { purpose: ChallengePurpose; answer: string; userId?: string; sessionId?: string };

/** Checks an answer to a challenge of this purpose, and of this person and session where they are known. */
export async function readPasskey(
  viewer: Viewer,
  { purpose, answer, userId, sessionId }: Asked,
): Promise<Result<Proved, 'passkey-refused'>> {
  const response = parse(answer, isAuthentication);
  const challenge = response && challengeOf(response.response.clientDataJSON);
  const posed = challenge && (await takeChallenge(viewer, purpose, challenge));
  if (!posed || (posed.userId ?? undefined) !== userId || (posed.sessionId ?? undefined) !== sessionId) {
    return refuse('passkey-refused');
  }
  const row = await db().passkey.findUnique({ where: { credentialId: response.id } });
  if (!row || (userId && row.userId !== userId)) return refuse('passkey-refused');
  const { rpID, origin } = party();
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: { id: row.credentialId, publicKey: new Uint8Array(row.publicKey), counter: Number(row.counter) },
  }).catch(refused);
  if (!checked?.verified) return refuse('passkey-refused');
  return done({ passkeyId: row.id, userId: row.userId, counter: checked.authenticationInfo.newCounter });
}

/** Writes down the use. Two answers of one count cannot both have come from the same key. */
export async function spendPasskey({ db, now }: Change, { passkeyId, counter }: Proved) {
  const { count } = await db.passkey.updateMany({
    where: { id: passkeyId, ...(counter > 0 ? { counter: { lt: counter } } : {}) },
    data: { counter, lastUsedAt: now },
  });
  return count === 1 ? done(null) : refuse('passkey-refused' as const);
}

function refused(error: unknown): null {
  log.warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'a passkey was not accepted');
  return null;
}

const clientData = z.object({ challenge: z.string().min(16).max(200) });

function challengeOf(encoded: string): string | null {
  try {
    return clientData.parse(JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'))).challenge;
  } catch {
    return null;
  }
}

function parse<T>(answer: string, isRight: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(answer);
    return isRight(value) ? value : null;
  } catch {
    return null;
  }
}

// The library checks the rest, and throws where something is missing.
const credential = { id: z.string(), rawId: z.string(), type: z.literal('public-key') };
const registration = z.object({
  ...credential,
  response: z.object({ clientDataJSON: z.string(), attestationObject: z.string() }),
});
const authentication = z.object({
  ...credential,
  response: z.object({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string() }),
});
const isRegistration = (value: unknown): value is RegistrationResponseJSON => registration.safeParse(value).success;
const isAuthentication = (value: unknown): value is AuthenticationResponseJSON =>
  authentication.safeParse(value).success;
