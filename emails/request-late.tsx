import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';

export const requestLate = template({
  props: z.object({ organisation: z.string(), code: z.string(), id: z.uuid() }),
  subject: ({ organisation }) => `Your request to join ${organisation} takes longer than usual`,
  body: ({ organisation, code, id }, site) => (
    <MailLayout
      site={site}
      heading={`Your request to join ${organisation} takes longer than usual`}
      why={`You get this email because you asked to join ${organisation} (${code}).`}
    >
      <Paragraph>
        Nobody has decided on it within 5 working days. The platform team can decide on it now. You need not do
        anything; you can withdraw the request on its page.
      </Paragraph>
      <ActionLink href={`${site.url}/accounts/profile/requests/${id}/`}>Open your request</ActionLink>
    </MailLayout>
  ),
});
