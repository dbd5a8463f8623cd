import { z } from 'zod';

/** Whom an admin wants to invite, as they have the list. What is in it is judged line by line on the next page. */
export const invitationList = z.object({
  code: z.string().regex(/^[A-Z0-9]{3,8}$/),
  addresses: z
    .string()
    .trim()
    .min(1, { message: 'Enter at least one email address' })
    .max(10_000, { message: 'This is too long. Enter up to 50 addresses' }),
  role: z.enum(['member', 'admin'], { message: 'Choose what they will be' }),
});

/** The list that was checked, as the check page names it. */
export const checkedList = z.object({ code: z.string().regex(/^[A-Z0-9]{3,8}$/), draft: z.uuid() });

/** One invitation on a page of an organisation. */
export const oneInvitation = z.object({
  code: z.string().regex(/^[A-Z0-9]{3,8}$/),
  id: z.uuid(),
  verb: z.enum(['again', 'cancel']),
});

/** One's own invitation: the membership that waits for an answer. */
export const ownInvitation = z.object({ id: z.uuid() });

/** A list between the page where it is typed and the page that checks it. */
export const DRAFT_PURPOSE = 'invitation-list';
export const invitationDraft = z.object({ code: z.string(), role: z.enum(['member', 'admin']), typed: z.string() });
export type InvitationDraft = z.infer<typeof invitationDraft>;
