import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';

/** To an organisation's admins: once a year, and once more if nobody has answered. */
export const memberCheck = template({
  props: z.object({
    organisation: z.string(),
    code: z.string(),
    news: z.enum(['due', 'reminder']),
    people: z.number(),
    until: z.string(),
  }),
  subject: ({ organisation, news }) =>
    news === 'due' ? `Check who belongs to ${organisation}` : `Reminder: check who belongs to ${organisation}`,
  body: ({ organisation, code, news, people, until }, site) => (
    <MailLayout
      site={site}
      heading={
        news === 'due' ? `Check who belongs to ${organisation}` : `The members of ${organisation} are not checked yet`
      }
      why={`You get this email because you are an admin of ${organisation} (${code}).`}
    >
      <Paragraph>
        Once a year an admin confirms who still works with you. {people === 1 ? '1 person is' : `${people} people are`}{' '}
        to be confirmed. It is one page, and any admin can do it.
      </Paragraph>
      <Paragraph>
        Whoever nobody has confirmed by {until} loses access to the workspace. They can ask to join again. The last
        admin stays; the platform team then asks about them.
        {news === 'reminder' && ' This is the last reminder.'}
      </Paragraph>
      <ActionLink href={`${site.url}/w/${code}/members/check/`}>Check the members</ActionLink>
    </MailLayout>
  ),
});
