import 'server-only';
import { query } from '@/lib/platform/db';

/** What a sign-in has to know of the account it names, before the password is checked. */
export type SigningIn = {
  id: string;
  passwordHash: string | null;
  lastSignInAt: Date | null;
  /** Seen on this device before, or nowhere yet: nobody has to be told. */
  familiar: boolean;
};

const byAddress = `
  select u.id, u.password_hash as "passwordHash", u.last_sign_in_at as "lastSignInAt",
    exists (select from known_devices d where d.user_id = u.id and d.device = $2 and d.network = $3)
      or not exists (select from known_devices d where d.user_id = u.id) as familiar
  from users u where u.email = $1`;

/** For signing in alone: nobody's viewer may see it. */
export async function findSigningIn(email: string, place: { device: string; network: string }) {
  const [row] = await query<SigningIn>(byAddress, [email, place.device, place.network]);
  return row ?? null;
}
