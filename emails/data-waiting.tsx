import { z } from 'zod';
import { ActionLink, AS_PLATFORM_TEAM, MailLayout, Paragraph } from './layout';
import { template } from './template';

const subjects = {
  'to-confirm': (dataset: string) => `New data needs your confirmation: ${dataset}`,
  failed: (dataset: string) => `New data could not be loaded: ${dataset}`,
};

/** To the platform team: what was fetched by itself waits for them, or could not be loaded. */
export const dataWaiting = template({
  props: z.object({ news: z.enum(['to-confirm', 'failed']), dataset: z.string(), path: z.string().startsWith('/') }),
  subject: ({ news, dataset }) => subjects[news](dataset),
  body: ({ news, dataset, path }, site) => (
    <MailLayout site={site} heading={subjects[news](dataset)} why={AS_PLATFORM_TEAM}>
      <Paragraph>
        {news === 'to-confirm'
          ? 'It was fetched by itself, and changes more than an ordinary month does. Nothing is loaded before one of you has looked at it.'
          : 'It was to be fetched by itself. The data loaded before is unchanged. The page says why.'}
      </Paragraph>
      <ActionLink href={`${site.url}${path}`}>See the import</ActionLink>
    </MailLayout>
  ),
});
