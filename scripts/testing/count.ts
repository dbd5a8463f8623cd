import { z } from 'zod';
import { type Count, readReport } from './step';

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** A file that failed before its first test counts as one failure. */
export function countVitest(): Count {
  const report = vitestReport.parse(readReport('vitest.json'));
  const broken = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

export function countPlaywright(): Count {
  const { stats } = playwrightReport.parse(readReport('playwright.json'));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}
