import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';

export const membershipRemoved = template({
  props: z.object({ organisation: z.string(), code: z.string(), reason: z.string() }),
  subject: ({ organisation }) => `You are no longer linked to ${organisation}`,
  body: ({ organisation, code, reason }, site) => (
    <MailLayout
      site={site}
      heading={`You are no longer linked to ${organisation}`}
      why={`You get this email because you belonged to ${organisation} (${code}).`}
    >
      <Paragraph>An admin removed you. The reason given: {unlinked(reason)}.</Paragraph>
      <Paragraph>Your account and what is yours alone stay. If this is wrong, speak to the organisation.</Paragraph>
      <ActionLink href={`${site.url}/accounts/profile/`}>Open your account</ActionLink>
    </MailLayout>
  ),
});
