import type { ReactNode } from 'react';
import { site } from '@/lib/core/site';

/** How to reach whoever runs this installation: an address, a page, or that none was given. */
export function Contact(): ReactNode {
  const { contact } = site;
  if (!contact) return 'the people who gave you the address of this site';
  if (contact.includes('@')) return <a href={`mailto:${contact}`}>{contact}</a>;
  return contact.startsWith('https://') ? <a href={contact}>{contact}</a> : contact;
}
