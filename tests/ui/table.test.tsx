import { render, screen, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Table } from '@/components/ui/table';

const table = (
  <Table
    caption="Your organisations"
    columns={[{ label: 'Organisation' }, { label: 'Patients', numeric: true }, { label: 'Actions', actions: true }]}
    rows={[{ id: 'a', cells: ['First Surgery', '1,234', 'Leave'] }]}
    foot={{ id: 'all', cells: ['All', '1,234', ''] }}
  />
);

describe('a table', () => {
  it('S11 A19 writes its roles out, because cards take the ones of its elements away', () => {
    const html = renderToString(table);
    for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell']) {
      expect(html).toContain(`role="${role}"`);
    }
    expect(html.match(/<(table|thead|tbody|tfoot|tr|td|th)(?![^>]*role=)[ >]/g)).toBeNull();
  });

  it('S11 names itself, its columns and each row by its first cell', () => {
    render(table);
    const named = screen.getByRole('table', { name: 'Your organisations' });
    expect(
      within(named)
        .getAllByRole('columnheader')
        .map(cell => cell.textContent),
    ).toEqual(['Organisation', 'Patients', 'Actions']);
    expect(within(named).getByRole('rowheader', { name: 'First Surgery' })).toBeInTheDocument();
  });

  it('S11 gives each cell the label a card shows, but for actions', () => {
    render(table);
    expect(screen.getAllByRole('cell')[0]).toHaveAttribute('data-label', 'Patients');
    expect(screen.getByRole('cell', { name: 'Leave' })).not.toHaveAttribute('data-label');
  });

  it('A5 one that stays wide scrolls in a box that has a name and takes the focus', () => {
    render(<Table scroll caption="By age" columns={[{ label: 'Practice' }]} rows={[]} />);
    const box = screen.getByRole('region', { name: 'By age' });
    expect(box).toHaveAttribute('tabindex', '0');
  });
});
