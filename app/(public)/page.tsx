import Link from 'next/link';
import { Places } from '@/components/home/places';
import { type Question, Questions } from '@/components/home/questions';
import { Signpost } from '@/components/home/signpost';
import { ButtonLink } from '@/components/ui/button-link';
import { SearchForm } from '@/components/ui/search-form';
import { Section } from '@/components/ui/section';
import { descriptor, site } from '@/lib/core/site';
import { tools } from '@/lib/tools/catalogue';

export default function Home() {
  return (
    <>
      <title>{`${site.name}: ${descriptor}`}</title>
      <div className="grid items-start gap-x-18 gap-y-10 pb-9 sm:pb-12 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] lg:pt-8">
        <div className="grid gap-6">
          <h1 className="max-w-[12ch] text-3xl">See where your practice stands.</h1>
          <p className="max-w-lead text-l leading-[1.45] text-ink-soft">
            Open figures for every GP practice and primary care network (PCN) in England, ready for your next meeting.
          </p>
          <SearchForm
            action="/tools/search/"
            label="Find a practice, PCN or tool"
            hint="A name, an ODS code such as A81001, or a postcode"
          />
          <p className="text-s text-ink-soft">
            You do not need an account. <Link href="/public-vs-account/">An account</Link> saves your practice and
            settings.
          </p>
        </div>
        <Signpost />
      </div>
      <Section id="questions" title="Start with a question" aside={<Link href="/tools/">All tools</Link>}>
        <Questions questions={questions} />
      </Section>
      <Section id="account" title="An account keeps your place">
        <div className="grid gap-8">
          <p>
            Link your practice or PCN once. Each tool then opens on it, and you can save the settings of a report you
            make again and share them with colleagues. You always see where you are working:
          </p>
          <Places />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <ButtonLink href="/accounts/register/">Create an account</ButtonLink>
            <Link href="/public-vs-account/">What an account adds</Link>
          </div>
        </div>
      </Section>
    </>
  );
}

const questions: Question[] = [
  ...[...new Set(tools.map(tool => tool.question))].map(question => ({
    question,
    answers: tools
      .filter(tool => tool.question === question)
      .map(({ slug, name, line }) => ({ href: `/tools/${slug}/`, name, line })),
  })),
  {
    question: 'What can I see without an account?',
    answers: [
      {
        href: '/public-vs-account/',
        name: 'Public and account access',
        line: 'Every tool and every figure. What an account changes, and what it does not.',
      },
    ],
  },
];
