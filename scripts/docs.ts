// `npm run docs`: writes the pages of the documentation that are made of the code.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportPage } from './pages/export';
import { permissionsPage } from './pages/permissions';
import { transitionsPage } from './pages/transitions';

export const pages = {
  'docs/export.md': exportPage,
  'docs/permissions.md': permissionsPage,
  'docs/transitions.md': transitionsPage,
};

export async function writePages(root: string): Promise<void> {
  for (const [file, page] of Object.entries(pages)) await writeFile(path.join(root, file), page());
}

if (process.argv[1]?.endsWith('docs.ts')) await writePages(process.cwd());
