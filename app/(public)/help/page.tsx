import Link from 'next/link';
import { Contact } from '@/components/layout/operator';
import { Page } from '@/components/layout/page';
import { Prose } from '@/components/ui/prose';
import { Section } from '@/components/ui/section';
import { site } from '@/lib/core/site';

export default function Help() {
  return (
    <Page title="Help and contact" lead="The questions people ask most, and where to write." narrow>
      <Section id="mail" title="The email has not arrived">
        <Prose>
          <p>
            It can take a few minutes. Look in junk or quarantine. Then sign in with your address and password: the page
            that follows sends it again. The newest email is the one that counts.
          </p>
        </Prose>
      </Section>
      <Section id="request" title="Nobody has answered my request">
        <Prose>
          <p>
            Your <Link href="/accounts/profile/">account page</Link> shows each request with its state. Where an
            organisation has no administrator yet, the platform team decides.
          </p>
        </Prose>
      </Section>
      <Section id="missing" title="My practice or PCN is missing, or its name is wrong">
        <Prose>
          <p>
            Names, addresses and networks come from the published register of organisations and follow it at the next
            update. Search by the ODS code: it stays the same when a name changes.
          </p>
        </Prose>
      </Section>
      <Section id="figure" title="A figure looks wrong">
        <Prose>
          <p>
            The line above the figures says which publication they come from, for which period and when it was loaded.
            Lists include people who have moved away and are still registered.
          </p>
        </Prose>
      </Section>
      <Section id="contact" title="Write to us">
        <Prose>
          <p>
            {site.name} is run here by {site.operator}. Write to <Contact />. Do not send anything that identifies a
            patient.
          </p>
        </Prose>
      </Section>
    </Page>
  );
}
