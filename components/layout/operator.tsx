import { site } from '@/lib/core/site';

/** How to reach whoever runs this installation: an address, a page, or that none was given. */
export function Contact() {
  if (!site.contact) return <>the people who gave you the address of this site</>;
  const href = site.contact.includes('@') ? `mailto:${site.contact}` : site.contact;
  return href.startsWith('mailto:') || href.startsWith('https://') ? <a href={href}>{site.contact}</a> : <>{site.contact}</>;
}
