import 'server-only';
import { notFound, redirect } from 'next/navigation';
import type { Powers } from '@/lib/core/powers';
import { returnPath } from '@/lib/core/return-path';
import type { Person } from '@/lib/core/viewer';
import { findDecider } from '@/lib/memberships/queries/find-decider';
import { findPowers, type Place } from '@/lib/memberships/queries/find-powers';

/**
 * For a page of administrators: to everybody else it does not exist, and an administrator whose powers rest is told why
 * and what to do. What it returns says whether they will rest soon.
 */
export async function requirePowers(viewer: Person, place: Place, here: string): Promise<Powers> {
  const powers = await findPowers(viewer, place);
  if (powers.kind === 'none') notFound();
  if (powers.kind === 'resting') redirect(`/accounts/factor-needed/?next=${encodeURIComponent(returnPath(here))}`);
  return powers;
}

/**
 * For a page of those who decide an organisation's requests: its admins, or its PCN's where the practice lets them. Their
 * powers are asked where they are an admin.
 */
export async function requireDecider(viewer: Person, code: string, here: string): Promise<Powers> {
  const decider = await findDecider(viewer, code);
  if (!decider) notFound();
  return requirePowers(viewer, { code: decider.pcn?.code ?? code }, here);
}
