import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/support/browser';

// `npm test` starts the product and says where (BASE_URL, DATA_DIR, SETUP_URL).
export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.e2e.ts',
  tsconfig: './tsconfig.scripts.json',
  outputDir: 'test-results/browser',
  fullyParallel: false,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['json'], ['line']] : [['list']],
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    // A trace costs a fifth of the run; `--trace on` makes one of the tests that are asked for.
    trace: 'off',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    launchOptions: launchOptions(),
  },
  projects: [
    { name: 'wide', use: { viewport: { width: 1280, height: 800 } } },
    // Tests tagged @narrow run a second time on the smallest screen.
    { name: 'narrow', grep: /@narrow/, use: { viewport: { width: 320, height: 640 } } },
  ],
});
