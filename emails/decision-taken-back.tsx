import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';

const now = {
  approval: 'Your request waits for a decision again. You cannot work there for now.',
  rejection: 'Your request waits for a decision again.',
  removal: 'You belong there as before.',
};

export const decisionTakenBack = template({
  props: z.object({
    organisation: z.string(),
    code: z.string(),
    was: z.enum(['approval', 'rejection', 'removal']),
    id: z.uuid(),
  }),
  subject: ({ organisation, was }) => `The ${was} at ${organisation} was taken back`,
  body: ({ organisation, code, was, id }, site) => (
    <MailLayout
      site={site}
      heading={`The ${was} at ${organisation} was taken back`}
      why={`You get this email because an earlier one told you of the ${was} at ${organisation} (${code}).`}
    >
      <Paragraph>It was made by mistake, and whoever made it has taken it back. {now[was]}</Paragraph>
      <ActionLink href={`${site.url}/accounts/profile/requests/${id}/`}>See where it stands</ActionLink>
    </MailLayout>
  ),
});
