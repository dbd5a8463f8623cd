import { describe, expect, test } from 'vitest';
import { mails, renderMail } from '@/emails/catalogue';
import { samples } from '@/emails/samples';

const site = {
  url: 'https://haresign.example',
  name: 'Haresign',
  operator: 'the operator',
  contact: 'help@haresign.example',
};
const kinds = Object.keys(mails).filter((kind): kind is keyof typeof mails => kind in mails);

describe('every mail', () => {
  test.each(kinds)(
    'R25 R27 %s links to the configured origin alone, loads nothing, and names nobody in its subject',
    async kind => {
      const { subject, html, text } = await renderMail(kind, samples[kind], site);
      const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '');
      for (const link of links) expect(link.startsWith(`${site.url}/`)).toBe(true);
      expect(html).not.toMatch(/<img|<script|<link|url\(/i);
      expect(html).toContain('lang="en-GB"');
      expect(subject).not.toContain('Example Person');
      expect(subject.length).toBeLessThan(90);
      for (const link of links) expect(text).toContain(link);
      expect(text).toContain('You get this email because');
    },
  );

  test.each(kinds)('R27 %s shows what somebody typed as text, whatever it is', async kind => {
    const nasty = '<b onclick="x">https://evil.example</b>\r\nBcc: a@evil.example';
    const typed = ['name', 'person', 'claim', 'reason'];
    const props = JSON.parse(JSON.stringify(samples[kind]), (key, value) => (typed.includes(key) ? nasty : value));
    const { subject, html } = await renderMail(kind, props, site);
    expect(html).not.toContain('<b onclick');
    expect(subject).not.toMatch(/[\r\n]/);
  });
});
