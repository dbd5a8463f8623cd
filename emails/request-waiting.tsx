import { z } from 'zod';
import { AS_PLATFORM_TEAM, MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';
import { LATE, ToDecide, waitingRequest } from './waiting';

const subjects = {
  new: (organisation: string) => `Somebody asks to join ${organisation}`,
  reminder: (organisation: string) => `Reminder: a request to join ${organisation} is waiting`,
  nudge: (organisation: string) => `A request to join ${organisation} is still waiting`,
  answer: (organisation: string) => `Your question about a request to join ${organisation} is answered`,
  late: (organisation: string) => `Late: a request to join ${organisation} needs the platform team`,
};

const sentences = {
  new: 'Approve somebody only if you know that they work with you.',
  reminder: 'The request has waited for 3 working days. After 5 the platform team is asked too.',
  nudge: 'The person asks you to look at it. They can do so once in 3 working days.',
  answer: 'The person has answered. The request waits for your decision again.',
  late: LATE,
};

/** To those who can decide: there is a request, it still waits, it is late. */
export const requestWaiting = template({
  props: waitingRequest.extend({
    news: z.enum(['new', 'reminder', 'nudge', 'answer', 'late']),
    path: z.string().startsWith('/'),
    platform: z.boolean(),
    /** The reader's PCN, where it decides for the practice. */
    pcn: z.string().default(''),
  }),
  subject: ({ news, organisation }) => subjects[news](organisation),
  body: ({ news, person, claim, asked, organisation, code, path, platform, pcn }, site) => (
    <MailLayout
      site={site}
      heading={subjects[news](organisation)}
      why={
        platform
          ? AS_PLATFORM_TEAM
          : pcn
            ? `You get this email because you are an admin of ${pcn}, which decides requests for ${organisation}.`
            : `You get this email because you are an admin of ${organisation}.`
      }
    >
      <Paragraph>
        {unlinked(person)} asked on {asked} to join {organisation} ({code}).
        {claim && ` What they do there, in their own words: ${unlinked(claim)}.`}
      </Paragraph>
      <Paragraph>
        {platform && news === 'new'
          ? 'The organisation had no admin when they asked, so the platform team decides.'
          : sentences[news]}
      </Paragraph>
      <ToDecide site={site} path={path}>
        See the request
      </ToDecide>
    </MailLayout>
  ),
});
