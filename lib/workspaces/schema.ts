import { z } from 'zod';

/** The public view among the choices, and in forms that name the workspace they were made in. */
export const NO_WORKSPACE = 'none';

export const workspaceChoice = z.object({
  /** A membership's id; empty for the public view. */
  membership: z
    .union([z.literal(''), z.uuid()])
    .default('')
    .transform(id => id || null),
  next: z.string().max(2000).optional(),
});

/** An organisation in which somebody is active, as the switcher lists it. */
export const membership = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(['practice', 'pcn']),
  role: z.enum(['member', 'admin']).nullable(),
  state: z.enum(['active', 'pending']),
  closed: z.boolean(),
  requestedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});

export type Membership = z.infer<typeof membership>;

/** What stands around every page: whose figures are made up, and where the viewer belongs. */
export type Surroundings = {
  demonstration: boolean;
  /** Active memberships by name. */
  workspaces: Membership[];
  /** Asked for and not decided. */
  pending: Membership[];
};

export type SwitchRefusal = 'not-yours';
