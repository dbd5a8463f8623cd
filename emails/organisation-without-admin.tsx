import { z } from 'zod';
import { ActionLink, AS_PLATFORM_TEAM, MailLayout, Paragraph } from './layout';
import { template } from './template';

/** To the platform team: nobody in the organisation can decide any more. */
export const organisationWithoutAdmin = template({
  props: z.object({ organisation: z.string(), code: z.string(), members: z.number() }),
  subject: ({ organisation }) => `${organisation} has no admin any more`,
  body: ({ organisation, code, members }, site) => (
    <MailLayout site={site} heading={`${organisation} has no admin any more`} why={AS_PLATFORM_TEAM}>
      <Paragraph>
        The last admin of {organisation} ({code}) has left and named nobody to take over.{' '}
        {members === 0
          ? 'Nobody is linked to it now.'
          : `${members} ${members === 1 ? 'member stays' : 'members stay'}.`}
      </Paragraph>
      <Paragraph>
        Requests to join it now wait for the platform team from their first day.{' '}
        {members > 0 && 'You can make one of its members the first admin, when somebody there authorises it.'}
      </Paragraph>
      <ActionLink href={`${site.url}/admin/organisations/${code}/`}>See the organisation</ActionLink>
    </MailLayout>
  ),
});
