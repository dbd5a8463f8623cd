import { Section } from '@/components/ui/section';

/** What follows a request, before one is made. */
export function LinkSteps({ kind }: { kind: 'practice' | 'pcn' }) {
  const here = kind === 'pcn' ? 'PCN' : 'practice';
  const steps = [
    'You say what you do there, and send the request.',
    `An admin of the ${here} decides. If it has none yet, the platform team does.`,
    'We email you. Until then every tool still works without a workspace.',
  ];
  return (
    <Section id="steps" title="What happens next">
      <ol className="text-s text-ink-soft">
        {steps.map((step, index) => (
          <li key={step} className="grid grid-cols-[1.5rem_minmax(0,1fr)] border-b border-line py-2.5 last:border-b-0">
            <b className="font-semibold text-ink" aria-hidden="true">
              {index + 1}
            </b>
            <span>{step}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
