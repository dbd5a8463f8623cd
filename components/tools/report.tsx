import { CopyButton } from '@/components/ui/copy-button';
import { Section } from '@/components/ui/section';
import { countOf } from '@/lib/tools/rules/people';
import type { Profile } from '@/lib/tools/rules/profile';
import { citation, count, sourceOf } from '@/lib/tools/words';

/** What to keep in mind, and a sentence that is ready to be copied. */
export function Report({ profile, cautions = [] }: { profile: Profile; cautions?: readonly string[] }) {
  const { organisation, period, size, vintage } = profile;
  const over65 = countOf(size, 'share65plus');
  const sentence = citation({ ...organisation, period, total: size.total, over65, source: sourceOf(vintage) });
  return (
    <div className="mt-section grid items-start gap-x-12 lg:grid-cols-2 lg:[&>section]:mt-0">
      <Section id="care" title="Read with care">
        <ul className="grid max-w-measure gap-3">
          {[...common, ...cautions].map(caution => (
            <li key={caution}>{caution}</li>
          ))}
        </ul>
      </Section>
      <Section id="report" title="Use in a report">
        <div className="grid justify-items-start gap-4 bg-wash p-5">
          <p>{sentence}</p>
          <p className="text-s text-ink-soft">
            Numerator: {count(over65)} patients aged 65 and over. Denominator: {count(size.total)} registered patients.
          </p>
          <CopyButton text={sentence} done="Citation copied">
            Copy citation
          </CopyButton>
        </div>
      </Section>
    </div>
  );
}

const common = [
  'Lists include some people who have moved away or died: England has more registered patients than residents.',
  'A share that is higher or lower than elsewhere describes who is registered. It says nothing about the quality of care.',
];
