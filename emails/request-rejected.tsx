import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';

export const requestRejected = template({
  props: z.object({
    organisation: z.string(),
    code: z.string(),
    reason: z.string(),
    /** From when they may ask again, in words; empty when they may not. */
    again: z.string(),
    id: z.uuid(),
  }),
  subject: ({ organisation }) => `Your request to join ${organisation} was rejected`,
  body: ({ organisation, code, reason, again, id }, site) => (
    <MailLayout
      site={site}
      heading={`Your request to join ${organisation} was rejected`}
      why={`You get this email because you asked to join ${organisation} (${code}).`}
    >
      <Paragraph>The reason given: {unlinked(reason)}.</Paragraph>
      <Paragraph>
        {again
          ? `If that is wrong, speak to the organisation. You can ask again from ${again}.`
          : 'You have asked as often as is possible. If that is wrong, speak to the organisation.'}
      </Paragraph>
      <Paragraph>Every tool still works without a workspace.</Paragraph>
      <ActionLink href={`${site.url}/accounts/profile/requests/${id}/`}>Open your request</ActionLink>
    </MailLayout>
  ),
});
