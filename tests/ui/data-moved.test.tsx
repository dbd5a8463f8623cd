import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DataMoved } from '@/components/presets/data-moved';

const change = { kind: 'moved', savedAt: new Date('2026-06-03'), before: '2026-05-01', now: '2026-07-01' } as const;

test('R49 a figure that fell has a minus sign before it, one that rose a plus, one that stayed neither', () => {
  const figure = (id: string, before: number, now: number) => ({
    id,
    label: id,
    unit: 'patients' as const,
    before,
    now,
  });
  const share = { id: 'share', label: 'share', unit: 'percent' as const, before: 0.21, now: 0.2 };
  render(
    <DataMoved
      change={change}
      figures={[figure('fell', 1019, 1000), figure('rose', 5, 7), figure('same', 3, 3), share]}
    />,
  );
  const last = screen.getAllByRole('row', { hidden: true }).map(row => row.lastElementChild?.textContent?.trim());
  expect(last.slice(1)).toEqual(['−19', '+2', '0', '−1.0 points']);
});
