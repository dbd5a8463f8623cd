import { render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SessionNav, SessionWorkspace } from '@/components/layout/session-island';
import { SessionProvider } from '@/components/layout/session-provider';

vi.mock('next/navigation', () => ({ usePathname: () => '/tools/', useSearchParams: () => new URLSearchParams() }));

const island = (
  <SessionProvider>
    <SessionWorkspace />
    <SessionNav />
  </SessionProvider>
);

const answers = (status: number, body: unknown) => {
  const ask = vi.fn(async () => Response.json(body, { status }));
  vi.stubGlobal('fetch', ask);
  return ask;
};

function mark(cookie: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the marker is a cookie, and jsdom has no other way to set one
  document.cookie = cookie;
}

afterEach(() => {
  mark('has-session=; max-age=0');
  vi.unstubAllGlobals();
});

describe('the header of a prerendered page', () => {
  it('asks nothing for a visitor, who sees the way in', () => {
    const ask = answers(401, {});
    render(island);
    expect(screen.getByRole('link', { name: 'Sign in' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Create an account' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/accounts\/register\/?$/),
    );
    expect(ask).not.toHaveBeenCalled();
  });

  it('shows whoever is signed in their workspace and the way out', async () => {
    mark('has-session=1');
    const ask = answers(200, {
      user: { id: '1', name: 'Somebody', email: 'a@example.org' },
      workspace: { code: 'U00001', name: 'North PCN', kind: 'pcn', role: 'member' },
    });
    render(island);
    const workspace = await screen.findByRole('link', { name: /North PCN \(U00001\)/ });
    expect(workspace).toHaveAttribute('data-ws', 'pcn');
    expect(workspace).toHaveAttribute('href', expect.stringMatching(/^\/workspaces\/?$/));
    expect(screen.getByRole('button', { name: 'Sign out' }).closest('form')).toHaveAttribute('method', 'post');
    expect(screen.queryByRole('link', { name: 'Sign in' })).toBeNull();
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('R39 a marker left over from an ended session shows the way in again', async () => {
    mark('has-session=1');
    answers(401, { user: null, workspace: null });
    render(island);
    expect(await screen.findByRole('link', { name: 'Sign in' })).toBeInTheDocument();
  });

  it('S14 without JavaScript there is a way in, and a way to the account', () => {
    const html = renderToString(island);
    expect(html).toContain('Sign in');
    expect(html).toMatch(/<noscript>.*\/accounts\/profile.*<\/noscript>/);
  });
});
