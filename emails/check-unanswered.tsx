import { z } from 'zod';
import { ActionLink, AS_PLATFORM_TEAM, MailLayout, Paragraph } from './layout';
import { template } from './template';

/** To the platform team: nobody checked the members of an organisation, and one admin is left. */
export const checkUnanswered = template({
  props: z.object({ organisation: z.string(), code: z.string(), id: z.string() }),
  subject: ({ organisation }) => `Nobody has checked who belongs to ${organisation}`,
  body: ({ organisation, code, id }, site) => (
    <MailLayout site={site} heading={`Nobody has checked who belongs to ${organisation}`} why={AS_PLATFORM_TEAM}>
      <Paragraph>
        The admins of {organisation} ({code}) were asked twice to confirm its members and did not answer. Those who were
        not confirmed have lapsed. The last admin never does: find out whether they still work there.
      </Paragraph>
      <ActionLink href={`${site.url}/admin/checks/${id}/`}>See the last admin</ActionLink>
    </MailLayout>
  ),
});
