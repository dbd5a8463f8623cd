import { z } from 'zod';
import { AS_PLATFORM_TEAM, Line, Lines, MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';
import { LATE, ToDecide, waitingRequest } from './waiting';

const props = z.object({
  /** All of them are late. */
  late: z.boolean(),
  /** Some of them were not told of before. */
  fresh: z.boolean().default(false),
  platform: z.boolean(),
  /** Of the reader's organisations the one that all of them ask to join; empty where they are several. */
  organisation: z.string(),
  total: z.int().min(2),
  /** The oldest of them. */
  requests: z.array(waitingRequest),
  path: z.string().startsWith('/'),
});
type Props = z.infer<typeof props>;

/** To those who can decide: several requests are new, wait or are late, told in one mail. */
export const requestsWaiting = template({
  props,
  subject,
  body: ({ late, fresh, platform, organisation, total, requests, path }, site) => (
    <MailLayout
      site={site}
      heading={subject({ late, fresh, platform, organisation, total })}
      why={
        platform
          ? AS_PLATFORM_TEAM
          : `You get this email because you decide requests for ${organisation || 'these organisations'} as an admin.`
      }
    >
      <Paragraph>{sentence({ late, fresh, platform })} The oldest come first.</Paragraph>
      <Lines>
        {requests.map(({ person, claim, asked, organisation: place, code }) => (
          <Line key={`${code} ${asked} ${person}`}>
            {unlinked(person)}
            {claim && ` (${unlinked(claim)})`} asked on {asked} to join {place} ({code}).
          </Line>
        ))}
      </Lines>
      {total > requests.length && <Paragraph>And {total - requests.length} more.</Paragraph>}
      <ToDecide site={site} path={path}>
        See the requests
      </ToDecide>
    </MailLayout>
  ),
});

function subject({ late, fresh, platform, organisation, total }: Omit<Props, 'requests' | 'path'>): string {
  if (platform) return `${total} ${late ? 'late requests need' : 'requests are waiting for'} the platform team`;
  return `${fresh ? '' : 'Reminder: '}${total} requests to join ${organisation || 'your organisations'} are waiting`;
}

function sentence({ late, fresh, platform }: Pick<Props, 'late' | 'fresh' | 'platform'>): string {
  if (late) return LATE;
  if (fresh) {
    const gathered = 'When many requests come within a day, the later ones come in one email.';
    return platform
      ? `${gathered} These organisations had no admin when the person asked, or theirs have not decided in time.`
      : `${gathered} Approve somebody only if you know that they work with you.`;
  }
  return platform
    ? 'Nobody there has decided yet, or there is no admin who could, so you can decide now.'
    : 'These requests have waited for 3 working days. After 5 the platform team is asked too.';
}
