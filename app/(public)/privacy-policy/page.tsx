import Link from 'next/link';
import { Contact } from '@/components/layout/operator';
import { Page } from '@/components/layout/page';
import { Prose } from '@/components/ui/prose';
import { Section } from '@/components/ui/section';
import { SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import { site } from '@/lib/core/site';
import { kept, seen } from './words';

export default function PrivacyPolicy() {
  return (
    <Page title="Privacy" lead="What we keep about you, why, for how long, and what you can do about it." narrow>
      <Section id="short" title="In short">
        <SummaryList
          items={[
            { label: 'Without an account', value: 'We keep nothing about you and set no cookie.' },
            { label: 'With an account', value: 'Your name, your email address, and what you do with the account.' },
            { label: 'Patients', value: 'No information about patients. The figures are published totals.' },
            { label: 'Others', value: 'We sell nothing and send nothing to advertisers or analytics services.' },
          ]}
        />
      </Section>
      <Section id="who" title="Who is responsible">
        <Prose>
          <p>
            The controller of this information is {site.operator}. To reach them, write to <Contact />.
          </p>
        </Prose>
      </Section>
      <Section id="what" title="What we keep, and for how long">
        <Table
          caption="What we keep about you"
          columns={[{ label: 'What' }, { label: 'Why' }, { label: 'How long' }]}
          rows={kept.map(({ what, why, until }) => ({ id: what, cells: [what, why, until] }))}
        />
        <div className="mt-6">
          <Prose>
            <p>
              The lawful basis is the contract with you for what the account needs to work, and our legitimate interest
              in keeping accounts and organisations safe for the record of what happened.
            </p>
          </Prose>
        </div>
      </Section>
      <Section id="seen" title="Who sees it">
        <Prose>
          <ul>
            {seen.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Prose>
      </Section>
      <Section id="rights" title="Your rights">
        <Prose>
          <p>
            You can ask for a copy of what is kept about you, have it corrected, have it erased, or object to its use.
            Write to <Contact />. You can also complain to the{' '}
            <a href="https://ico.org.uk/make-a-complaint/" rel="external">
              Information Commissioner’s Office
            </a>
            .
          </p>
          <p>
            What is stored in your browser is listed under <Link href="/cookie-policy/">cookies</Link>.
          </p>
        </Prose>
      </Section>
      <Section id="changes" title="Changes to this page">
        <Prose>
          <p>22 November 2026: first version. Account holders are told by email before a change that affects them.</p>
        </Prose>
      </Section>
    </Page>
  );
}
