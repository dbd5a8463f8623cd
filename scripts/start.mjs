// `npm start`: everything an installation needs, started, watched and stopped as one (docs/decisions/0002). The web
// server loads Next.js in a process of its own from the first moment, while this one learns to read TypeScript.
import { register } from 'tsx/esm/api';
import { forkServer } from './supervisor/fork.mjs';

const server = forkServer();
process.env.TSX_TSCONFIG_PATH = 'tsconfig.scripts.json';
register();
const { start } = await import('./supervisor/start.ts');
await start(server);
