import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';

/** To the admin who invited somebody: they have answered. */
export const invitationAnswered = template({
  props: z.object({
    organisation: z.string(),
    code: z.string(),
    answer: z.enum(['accepted', 'declined']),
    /** As the admin entered it, checked as an address. */
    address: z.string(),
    /** Of the person, when they have accepted. */
    name: z.string(),
  }),
  subject: ({ organisation, answer }) => `Your invitation to ${organisation} was ${answer}`,
  body: ({ organisation, code, answer, address, name }, site) => (
    <MailLayout
      site={site}
      heading={`Your invitation to ${organisation} was ${answer}`}
      why={`You get this email because you sent an invitation to ${organisation} (${code}).`}
    >
      <Paragraph>
        {answer === 'accepted'
          ? `${unlinked(name)} (${address}) has accepted and now belongs to ${organisation}.`
          : `The invitation to ${address} was declined. The address was deleted with it.`}
      </Paragraph>
      <ActionLink href={`${site.url}/w/${code}/members/`}>See the members</ActionLink>
    </MailLayout>
  ),
});
