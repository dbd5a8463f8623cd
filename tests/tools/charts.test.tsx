import { render, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { LineChart } from '@/components/charts/line-chart';
import { Pyramid } from '@/components/charts/pyramid';
import { Strip } from '@/components/charts/strip';

const days = ['2026-04-01', '2026-05-01', '2026-07-01'];
const points = days.map((day, index) => ({ day, value: 9_000 + index * 50 }));

describe('charts drawn by the server', () => {
  test('a line says in words what it shows, breaks where a month is missing, and carries no style attribute', () => {
    const { container } = render(
      <LineChart
        points={points}
        dashed={{ name: ['England'], points: [] }}
        gaps={['2026-06-01']}
        label="From 9,000 to 9,100"
        format={String}
        formatDay={day => day}
      />,
    );
    // One drawing for wide windows and one for narrow ones; the page shows one of them.
    expect(screen.getAllByRole('img', { name: 'From 9,000 to 9,100' })).toHaveLength(2);
    const lines = [...container.querySelectorAll('path.stroke-way')].map(path => path.getAttribute('d') ?? '');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line.match(/M/g)).toHaveLength(2);
    expect(container.querySelector('[style]')).toBeNull();
    expect(container.innerHTML).not.toContain('NaN');
  });

  test('a pyramid draws every band for both sexes, and the outline only where there is something to compare with', () => {
    const shares = { male: [0.1, 0.2], female: [0.3, 0.4] };
    const { container, rerender } = render(<Pyramid bands={['0–4', '5–9']} own={shares} other={shares} label="Ages" />);
    const sides = [...container.querySelectorAll('path.fill-way-area')].map(path => path.getAttribute('d') ?? '');
    expect(sides).toHaveLength(4);
    for (const side of sides) expect(side.match(/M/g)).toHaveLength(2);
    expect(container.querySelectorAll('g.stroke-ink path')).toHaveLength(8);
    rerender(<Pyramid bands={['0–4', '5–9']} own={shares} other={null} label="Ages" />);
    expect(container.querySelectorAll('g.stroke-ink path')).toHaveLength(0);
    expect(container.querySelector('[style]')).toBeNull();
  });

  test('nobody falls off a strip: a value beyond its ends stands at the end', () => {
    const spread = { low: 0.1, from: 0.15, to: 0.25, high: 0.3 };
    const { container } = render(
      <Strip value={0.9} spread={spread} england={0.2} others={[{ code: 'B1', value: 0.01 }]} label="Where it lies" />,
    );
    expect(screen.getByRole('img', { name: 'Where it lies' })).toBeInTheDocument();
    const [other, own] = [...container.querySelectorAll('circle')].map(circle => Number(circle.getAttribute('cx')));
    expect(other).toBe(10);
    expect(own).toBe(310);
  });
});
