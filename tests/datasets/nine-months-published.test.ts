import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe } from 'vitest';
import { nineMonths } from './nine-months';

// July 2026 as published, where somebody has laid it beside the repository.
const folder = process.env.SHARED_DATA ?? path.resolve('../shared/data');
const july = path.join(folder, 'gp-reg-pat-prac-map_2026-07.zip');

describe.runIf(existsSync(july))('nine months of changes, as published', { timeout: 180_000 }, () =>
  nineMonths(
    { path: july, fileName: path.basename(july) },
    execFileSync('unzip', ['-p', july], { encoding: 'utf8', maxBuffer: 64_000_000 }),
  ),
);
