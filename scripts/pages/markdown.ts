/** What stands over every page that is made of code. */
export const generated = 'Made of the code by `npm run docs`; a test fails when it is stale.';

export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
