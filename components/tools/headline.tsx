import { FigureBlock, Figures } from '@/components/ui/figure-block';
import type { Change, Measure } from '@/lib/tools/schema';
import { comparison, count, judgement, measureNames, monthWords, moved, percent } from '@/lib/tools/words';

/** The figures first, then what they mean in words. */
export function Headline({ measures, last }: { measures: readonly Measure[]; last: Change | null }) {
  return (
    <Figures>
      {measures.map(measure => (
        <FigureBlock
          key={measure.id}
          label={measureNames[measure.id]}
          value={shown(measure)}
          unit={measure.id === 'total' ? undefined : '%'}
        >
          {measure.id === 'total' && <Moved change={last} />}
          <Compared measure={measure} />
        </FigureBlock>
      ))}
    </Figures>
  );
}

function Moved({ change }: { change: Change | null }) {
  if (!change) return <p>Only one month is loaded, so no change can be shown.</p>;
  const words = moved(change.difference);
  return (
    <p>
      <strong>{words.charAt(0).toUpperCase() + words.slice(1)}</strong> since {monthWords(change.from.period)}.
    </p>
  );
}

function Compared({ measure }: { measure: Measure }) {
  const said = comparison(measure);
  if (!said) return <p>Nothing to compare it with was published.</p>;
  return (
    <p>
      <strong>{said.said}</strong>, {said.rest}. {measure.id !== 'total' && judgement(measure)}
    </p>
  );
}

function shown({ id, value }: Measure): string {
  if (value === null) return '–';
  return id === 'total' ? count(value) : percent(value).slice(0, -1);
}
