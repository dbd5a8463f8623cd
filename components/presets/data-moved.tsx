import { Notice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import type { DataChange, Moved } from '@/lib/presets/rules';
import { changeWords } from '@/lib/presets/words';
import { headlineValue } from '@/lib/tools/words';

/** A preset was saved on other data than is shown now: said, with each headline figure then and now. */
export function DataMoved({ change, figures }: { change: DataChange; figures: readonly Moved[] }) {
  return (
    <Notice tone="amber" icon="clock">
      <p>{changeWords(change)}</p>
      {figures.length > 0 && (
        <details>
          <summary className="py-[3px] text-act underline decoration-1 underline-offset-[0.18em] hover:decoration-2">
            What changed
          </summary>
          <div className="mt-3">
            <Table
              caption="Headline figures when it was saved, and now"
              columns={[
                { label: 'Figure' },
                { label: 'When saved', numeric: true },
                { label: 'Now', numeric: true },
                { label: 'Change', numeric: true },
              ]}
              rows={figures.map(figure => ({
                id: figure.id,
                cells: [
                  figure.label,
                  headlineValue({ ...figure, value: figure.before }),
                  headlineValue({ ...figure, value: figure.now }),
                  difference(figure),
                ],
              }))}
            />
            <p className="mt-3 text-s text-ink-soft">
              A preset keeps settings, not data: publishers correct and add to their figures.
            </p>
          </div>
        </details>
      )}
    </Notice>
  );
}

const signed = (digits: number) => {
  const { format } = new Intl.NumberFormat('en-GB', {
    signDisplay: 'exceptZero',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // The sign of the alphabet of numbers, as wide as the plus, and not a hyphen at which a line may break.
  return (value: number) => format(value).replace('-', '−');
};
const [whole, tenth] = [signed(0), signed(1)];

function difference({ before, now, unit }: Moved): string {
  if (before === null || now === null) return '–';
  return unit === 'percent' ? `${tenth((now - before) * 100)} points` : whole(now - before);
}
