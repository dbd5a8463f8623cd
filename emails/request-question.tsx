import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';

/** To the person who asked to join: the deciders want to know something first. */
export const requestQuestion = template({
  props: z.object({ organisation: z.string(), code: z.string(), question: z.string(), id: z.uuid() }),
  subject: ({ organisation }) => `A question about your request to join ${organisation}`,
  body: ({ organisation, code, question, id }, site) => (
    <MailLayout
      site={site}
      heading={`A question about your request to join ${organisation}`}
      why={`You get this email because you asked to join ${organisation} (${code}).`}
    >
      <Paragraph>Before they decide, they ask: {unlinked(question)}</Paragraph>
      <Paragraph>Your request waits for your answer. Write it on the page of your request.</Paragraph>
      <ActionLink href={`${site.url}/accounts/profile/requests/${id}/`}>Answer</ActionLink>
    </MailLayout>
  ),
});
