import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';

/** To those who wait for a decision: the organisation has closed, so nobody can be let in any more. */
export const requestClosed = template({
  props: z.object({
    organisation: z.string(),
    code: z.string(),
    /** Since when, where the register says so. */
    since: z.string(),
    successors: z.array(z.string()),
    id: z.uuid(),
  }),
  subject: ({ organisation }) => `${organisation} has closed, so your request cannot be approved`,
  body: ({ organisation, code, since, successors, id }, site) => (
    <MailLayout
      site={site}
      heading={`${organisation} has closed`}
      why={`You get this email because you asked to join ${organisation} (${code}).`}
    >
      <Paragraph>
        The national register says that {organisation} ({code}){' '}
        {since ? `closed on ${since}` : 'is no longer in the register'}. Nobody can join it now, so your request cannot
        be approved. You can withdraw it; otherwise it ends by itself.
      </Paragraph>
      <Paragraph>{takenOver(successors)}</Paragraph>
      <ActionLink href={`${site.url}/accounts/profile/requests/${id}/`}>Open your request</ActionLink>
    </MailLayout>
  ),
});

function takenOver(successors: string[]): string {
  if (successors.length === 0) return 'The register names no successor. Ask to join the organisation you work for now.';
  return `${successors.join(' and ')} took over, says the register. If you work there now, ask to join in your account.`;
}
