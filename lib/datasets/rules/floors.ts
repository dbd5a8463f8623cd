import type { ImportRefusal } from '../schema';

const PRACTICES = 6000;
const PCNS = 1000;
const MEMBERS = 5000;
const VANISHING = 0.05;

/** What a file holds, and how many of the organisations held today it would make disappear. */
export type Census = { practices?: number; pcns?: number; members?: number; held: number; vanishing: number };

/** England has a known size: a file far below it was cut short, so it is refused rather than believed. */
export function belowFloor({ practices, pcns, members, held, vanishing }: Census): ImportRefusal | null {
  if (practices !== undefined && practices < PRACTICES) return 'too-few-practices';
  if (pcns !== undefined && pcns < PCNS) return 'too-few-pcns';
  if (members !== undefined && members < MEMBERS) return 'too-few-members';
  return vanishing > held * VANISHING ? 'too-many-missing' : null;
}
