/**
 * Runs once when the server starts: it keeps in step with the bank holidays, and jobs and mail work inside it unless a
 * process of their own does them.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || !process.env.DATABASE_URL) return;
  const { followBankHolidays } = await import('./lib/memberships/queries/bank-holidays');
  followBankHolidays();
  if (process.env.JOBS === 'elsewhere') return;
  const { startWork } = await import('./lib/web/jobs');
  // Not awaited: pages answer while the queue opens.
  startWork();
}
