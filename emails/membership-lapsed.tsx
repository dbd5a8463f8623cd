import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';

/** To somebody whom nobody confirmed at the yearly check. */
export const membershipLapsed = template({
  props: z.object({ organisation: z.string(), code: z.string(), kind: z.enum(['practice', 'pcn']) }),
  subject: ({ organisation }) => `Your link to ${organisation} has lapsed`,
  body: ({ organisation, code, kind }, site) => (
    <MailLayout
      site={site}
      heading={`Your link to ${organisation} has lapsed`}
      why={`You get this email because you belonged to ${organisation} (${code}).`}
    >
      <Paragraph>
        Once a year somebody confirms who works for an organisation. Nobody has confirmed you in time, so you no longer
        have access to its workspace. Your account and what is yours alone stay.
      </Paragraph>
      <Paragraph>If you still work there, ask to join again: that is possible at once.</Paragraph>
      <ActionLink href={`${site.url}/accounts/profile/link-${kind}/${code}/`}>Ask to join again</ActionLink>
    </MailLayout>
  ),
});
