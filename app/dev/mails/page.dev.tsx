import { Page } from '@/components/layout/page';
import { Shell } from '@/components/layout/shell';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/section';
import { mails, renderMail } from '@/emails/catalogue';
import { samples } from '@/emails/samples';
import { site } from '@/lib/core/site';

/** Every mail with something in it, as HTML and as text. Only `next dev` has this page. */
export default async function Mails() {
  const written = await Promise.all(
    kinds().map(async kind => ({ kind, ...(await renderMail(kind, samples[kind], sender)) })),
  );
  return (
    <Shell place="none" nav={null}>
      <Page
        title="Emails"
        lead={`The ${written.length} emails that are sent, with made-up content.`}
        breadcrumb={[
          { href: '/', text: 'Home' },
          { href: '/dev/mails/', text: 'Development' },
        ]}
      >
        {written.map(({ kind, subject, html, text }) => (
          <Section key={kind} id={kind} title={subject} aside={<code>{kind}</code>}>
            <div className="grid gap-4">
              <iframe
                title={`${subject} (${kind})`}
                srcDoc={html}
                sandbox=""
                height={640}
                className="w-full border border-line bg-paper"
              />
              <Disclosure summary={`As text: ${kind}`}>
                <pre className="wrap-anywhere whitespace-pre-wrap">{text}</pre>
              </Disclosure>
            </div>
          </Section>
        ))}
      </Page>
    </Shell>
  );
}

const sender = {
  url: 'https://haresign.example',
  name: site.name,
  operator: site.operator,
  contact: 'help@haresign.example',
};

const kinds = () => Object.keys(mails).filter((kind): kind is keyof typeof mails => kind in mails);
