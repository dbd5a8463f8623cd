import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';

/** To an address that an admin invited, whether it has an account or not: the page behind the link knows. */
export const invitation = template({
  props: z.object({
    organisation: z.string(),
    code: z.string(),
    role: z.enum(['member', 'admin']),
    inviter: z.string(),
    until: z.string(),
    token: z.string(),
  }),
  subject: ({ organisation }) => `You are invited to join ${organisation}`,
  body: ({ organisation, code, role, inviter, until, token }, site) => (
    <MailLayout
      site={site}
      heading={`You are invited to join ${organisation}`}
      why={`You get this email because an admin of ${organisation} entered this address. If you do not work there, you can ignore it: nothing happens, and the address is deleted after ${until}.`}
    >
      <Paragraph>
        {unlinked(inviter)}, an admin of {organisation} ({code}), invites you to join it on {site.name} as{' '}
        {role === 'admin' ? 'an admin' : 'a member'}. You can accept until {until}.
      </Paragraph>
      {role === 'admin' && (
        <Paragraph>An admin decides who else joins and sees the addresses of those who ask.</Paragraph>
      )}
      <ActionLink href={`${site.url}/accounts/invitation/?token=${token}`}>See the invitation</ActionLink>
      <Paragraph>
        Opening that page accepts nothing. There you sign in, or create an account with this address, and then answer.
      </Paragraph>
    </MailLayout>
  ),
});
