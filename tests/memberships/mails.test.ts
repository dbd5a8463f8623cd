import { describe, expect, it } from 'vitest';
import { renderMail } from '@/emails/catalogue';
import { unlinked } from '@/emails/unlinked';

const site = { url: 'https://tools.example', name: 'Haresign', operator: 'Test', contact: '' };
const hostile = '<a href="https://evil.example/x">click</a>\r\nBcc: all@evil.example www.evil.example';
const id = '7f0e9a52-4f4e-4d9f-9c1e-0d3a8f6a5b11';

describe('R27 what people type cannot become a link, a tag or a header in a mail', () => {
  it('R27 breaks addresses apart, and leaves names and sentences as they are', () => {
    expect(unlinked('https://evil.example/x')).toBe('https: /evil. example/x');
    expect(unlinked('mail a@b.example or www.evil.example')).toBe('mail a@ b. example or www. evil. example');
    expect(unlinked('J. Hart, Dr O’Neill')).toBe('J. Hart, Dr O’Neill');
    expect(unlinked('Left in June.')).toBe('Left in June.');
  });

  it.each([
    [
      'request-waiting',
      {
        news: 'new',
        person: hostile,
        claim: hostile,
        asked: '24 November 2026',
        organisation: 'Elm Surgery',
        code: 'A81001',
        path: '/w/A81001/approvals/',
        platform: false,
      },
      'https://tools.example/w/A81001/approvals/',
    ],
    [
      'request-rejected',
      { organisation: 'Elm Surgery', code: 'A81001', reason: hostile, again: '1 December 2026', id },
      `https://tools.example/accounts/profile/requests/${id}/`,
    ],
    [
      'membership-removed',
      { organisation: 'Elm Surgery', code: 'A81001', reason: hostile },
      'https://tools.example/accounts/profile/',
    ],
  ] as const)('R25 R27 %s links to this site alone, and its subject names nobody', async (kind, props, link) => {
    const { subject, html, text } = await renderMail(kind, props, site);
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(found => found[1]);
    expect(links.length).toBeGreaterThan(0);
    expect(new Set(links)).toEqual(new Set([link]));
    expect(subject).toContain('Elm Surgery');
    expect(subject).not.toMatch(/evil|\r|\n/);
    expect(html).not.toContain('<a href="https://evil');
    for (const body of [html, text]) expect(body).not.toMatch(/evil\.example|https:\/\/evil|www\.evil/);
    expect(text).toContain(link);
  });

  it('R13 an approval says what the person may do now, and that nothing was switched for them', async () => {
    const props = { organisation: 'Elm Surgery', code: 'A81001', role: 'admin', id };
    const { text, subject } = await renderMail('request-approved', props, site);
    expect(subject).toBe('You can now work in Elm Surgery');
    expect(text).toContain('an admin of Elm Surgery (A81001)');
    expect(text).toContain('Nothing is switched for you');
  });
});
