import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';

export const requestExpired = template({
  props: z.object({ organisation: z.string(), code: z.string(), id: z.uuid() }),
  subject: ({ organisation }) => `Your request to join ${organisation} has expired`,
  body: ({ organisation, code, id }, site) => (
    <MailLayout
      site={site}
      heading={`Your request to join ${organisation} has expired`}
      why={`You get this email because you asked to join ${organisation} (${code}).`}
    >
      <Paragraph>
        Nobody decided on it within 30 days, so it was closed. This says nothing about you. You can ask again at once.
      </Paragraph>
      <ActionLink href={`${site.url}/accounts/profile/requests/${id}/`}>Open your request</ActionLink>
    </MailLayout>
  ),
});
