import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { SwitcherView } from '@/components/layout/switcher-view';
import type { WorkspaceChoice } from '@/components/layout/workspace-choices';

const surgery: WorkspaceChoice = { id: '1', code: 'A00001', name: 'First Surgery', kind: 'practice', role: 'admin' };
const network: WorkspaceChoice = { id: '2', code: 'U00001', name: 'North PCN', kind: 'pcn', role: 'member' };
const many = Array.from(
  { length: 6 },
  (_, index): WorkspaceChoice => ({
    id: `m${index}`,
    code: `A0010${index}`,
    name: `Further Practice ${index}`,
    kind: 'practice',
    role: 'member',
  }),
);
const waiting = { code: 'A00009', name: 'Later Surgery', kind: 'practice', since: 'Asked today', href: '/r/' } as const;

function view(workspaces: WorkspaceChoice[], current: string | null = '1') {
  return (
    <SwitcherView
      current={current}
      workspaces={workspaces}
      pending={[waiting]}
      action={async () => {}}
      next="/tools/?org=A00001"
    />
  );
}
const panel = () => document.querySelector('details');
const opener = () => within(document.body).getByText('Workspace:').closest('summary') ?? document.body;

describe('the workspace switcher', () => {
  it('S9 names the workspace with its code, its kind and the role, and marks it in the list', () => {
    render(view([surgery, network]));
    expect(opener()).toHaveTextContent('Workspace: First Surgery (A00001)Practice · you are an admin');
    expect(panel()).toHaveAttribute('data-ws', 'practice');
    const here = document.querySelectorAll('button[aria-current=true]');
    expect(here).toHaveLength(1);
    expect(here[0]).toHaveTextContent('First Surgery (A00001)');
    expect(here[0]).toHaveTextContent('current');
  });

  it('R47 without a workspace it says so, and the public view is always one of the choices', () => {
    render(view([surgery], null));
    expect(opener()).toHaveTextContent('No workspacePublic view');
    expect(panel()).toHaveAttribute('data-ws', 'none');
    const first = document.querySelector('button[name=membership]');
    expect(first).toHaveTextContent('No workspace – public view');
    expect(first).toHaveAttribute('value', '');
  });

  it('S14 is a disclosure with buttons in one form that carries where to come back to', () => {
    const html = renderToString(view([surgery, network]));
    expect(html).toContain('<details');
    expect(html.match(/<form/g)).toHaveLength(1);
    expect(html).toContain('name="next" value="/tools/?org=A00001"');
    expect(html.match(/name="membership"/g)).toHaveLength(3);
  });

  it('shows what waits for a decision without letting it be chosen', () => {
    render(view([surgery]));
    expect(document.body).toHaveTextContent('Later Surgery (A00009)');
    expect([...document.querySelectorAll('button')].some(button => button.textContent?.includes('Later'))).toBe(false);
  });

  it('A8 closes by Escape and gives the focus back to what opened it', async () => {
    render(view([surgery, network]));
    await userEvent.click(opener());
    expect(panel()).toHaveAttribute('open');
    document.querySelector<HTMLButtonElement>('button[name=membership]')?.focus();
    await userEvent.keyboard('{Escape}');
    expect(panel()).not.toHaveAttribute('open');
    expect(opener()).toHaveFocus();
  });

  it('closes when somebody clicks elsewhere', async () => {
    render(view([surgery]));
    await userEvent.click(opener());
    expect(panel()).toHaveAttribute('open');
    await userEvent.click(document.body);
    expect(panel()).not.toHaveAttribute('open');
  });

  it('offers a search only when there are more than seven, which filters by name or code and says how many', async () => {
    const { unmount } = render(view([surgery, network]));
    expect(screen.queryByRole('searchbox', { hidden: true })).toBeNull();
    unmount();

    render(view([surgery, network, ...many]));
    const search = screen.getByLabelText('Find among your 8 workspaces');
    await userEvent.click(opener());
    await userEvent.type(search, 'u0000');
    expect(document.body).toHaveTextContent('1 workspace matches');
    expect(document.querySelectorAll('button[name=membership]')).toHaveLength(2);
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toHaveAttribute('name', 'membership');
  });
});

vi.mock('next/navigation', () => ({ usePathname: () => '/', useSearchParams: () => new URLSearchParams() }));
