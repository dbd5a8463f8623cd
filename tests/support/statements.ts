import pg from 'pg';

/** How many statements the work sends to the database (through any pool of this process). */
export const countStatements = async (work: () => Promise<unknown>): Promise<number> =>
  (await listStatements(work)).length;

/** The statements themselves, without their values. */
export async function listStatements(work: () => Promise<unknown>): Promise<string[]> {
  const original = pg.Client.prototype.query;
  const statements: string[] = [];
  pg.Client.prototype.query = function noted(this: pg.Client, ...args: unknown[]) {
    const [asked] = args;
    statements.push(typeof asked === 'string' ? asked : String((asked as { text?: unknown }).text));
    return Reflect.apply(original, this, args);
  };
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original;
  }
  return statements;
}
