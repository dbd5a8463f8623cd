/**
 * What the people who run this installation call it. next.config.ts writes these three into the build, because the
 * public pages are written before anybody asks for them (docs/decisions/0010-site-name-at-build.md).
 */
export const site = {
  name: process.env.SITE_NAME || 'Haresign',
  operator: process.env.SITE_OPERATOR || 'the operator of this installation',
  contact: process.env.SITE_CONTACT || null,
};

export const descriptor = 'Tools for GP practices and primary care networks in England';

/** The title of a document: page, workspace where there is one, product. */
export const documentTitle = (page: string, workspace?: string | null) =>
  [page, workspace, site.name].filter(Boolean).join(' – ');
