import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { freePort } from '../supervisor/settings';
import { type Running, whenAnswering, whenEnded } from './running';

// The limit: the least that the same Next.js can do. One route handler, one page rendered per request, one prerendered.
const files = {
  'package.json': '{ "private": true, "type": "module" }',
  'next.config.mjs': `export default {
  trailingSlash: true,
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  // The packages are those of the product, by a link: the root must hold both.
  turbopack: { root: '/' },
};`,
  'app/layout.js': `export const metadata = { title: 'Bare' };
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}`,
  'app/static/page.js': `export default function Page() {
  return <main><h1>Prerendered</h1></main>;
}`,
  'app/page/page.js': `import { headers } from 'next/headers';
export default async function Page() {
  const host = (await headers()).get('host');
  return <main><h1>Rendered per request</h1><p>{host}</p></main>;
}`,
  'app/api/route.js': `export function GET(request) {
  return Response.json({ host: request.headers.get('host') }, { headers: { 'Cache-Control': 'no-store' } });
}`,
};

export const barePaths = { route: '/api/', page: '/page/', static: '/static/' };

/** Writes and builds the bare app in a folder. Returns how to start it. */
export function buildBareApp(folder: string): () => Promise<Running> {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  const cli = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  const built = spawnSync(process.execPath, [cli, 'build'], { cwd: folder, env, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The bare app was not built. ${built.stdout} ${built.stderr}`);

  return async () => {
    const port = await freePort();
    const args = [cli, 'start', '--hostname', '127.0.0.1', '--port', String(port)];
    const child = spawn(process.execPath, args, { cwd: folder, env, stdio: 'ignore' });
    const origin = `http://localhost:${port}`;
    await whenAnswering(origin, barePaths.static, child);
    return { origin, server: child.pid ?? 0, stop: () => whenEnded(child) };
  };
}
