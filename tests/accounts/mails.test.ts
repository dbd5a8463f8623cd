import { describe, expect, test } from 'vitest';
import { type MailKind, renderMail } from '@/emails/catalogue';

const site = { url: 'https://haresign.example', name: 'Haresign', operator: 'Elm Green PCN', contact: '' };
const props = {
  name: 'Asha <a href="https://evil.example">Patel</a>',
  token: 'T0k_en-',
  code: '123456',
  sessionsEnded: 2,
};
const kinds: MailKind[] = [
  'already-registered',
  'confirm-address',
  'password-changed',
  'reset-password',
  'sign-in-slowed',
];

describe.each(kinds)('the mail %s', kind => {
  test('R25 links to the configured address and to nothing else', async () => {
    const { html, text } = await renderMail(kind, props, site);
    const links = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/^https:\/\/haresign\.example\/accounts\//);
    expect(text).toContain('https://haresign.example/accounts/');
  });

  test('R27 shows what people wrote as text, and keeps its subject to one line without them', async () => {
    const { html, subject } = await renderMail(kind, { ...props, name: `${props.name}\r\nBcc: x@evil.example` }, site);
    expect(html).not.toContain('<a href="https://evil.example"');
    expect(html).toContain('&lt;a href=');
    expect(subject).not.toMatch(/[\r\n]|Asha/);
  });

  test('says in plain text what it says in HTML, and why it came', async () => {
    const { html, text, subject } = await renderMail(kind, { ...props, name: 'Asha Patel' }, site);
    expect(html).toContain('lang="en-GB"');
    expect(text).toContain('Hello Asha Patel,');
    expect(text).toContain('You get this email because');
    expect(subject.length).toBeGreaterThan(10);
  });
});
