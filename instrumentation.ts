type AnswerTo = typeof import('./lib/web/answers').answerTo;

declare global {
  // Where scripts/serve.mjs runs this: kept when the settings are known and the server listens.
  var haresignBegun: Promise<void> | undefined;
  // What scripts/plain-answers.mjs asks there.
  var haresignAnswerTo: AnswerTo | undefined;
}

/** Runs once when the server starts: jobs and mail work inside it unless a process of their own does. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  // Its code is loaded when somebody first asks.
  globalThis.haresignAnswerTo = async (...asked) => (await import('./lib/web/answers')).answerTo(...asked);
  // Not awaited: pages answer while the queue opens.
  Promise.resolve(globalThis.haresignBegun).then(async () => {
    if (!process.env.DATABASE_URL || process.env.JOBS === 'elsewhere') return;
    const { startWork } = await import('./lib/web/jobs');
    await startWork();
  });
}
