/** Runs once when the server starts: jobs and mail work inside it unless a process of their own does. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.DATABASE_URL && process.env.JOBS !== 'elsewhere') {
    const { startWork } = await import('./lib/web/jobs');
    // Not awaited: pages answer while the queue opens.
    startWork();
  }
}
