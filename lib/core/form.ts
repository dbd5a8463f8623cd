/** What a form knows after it was sent: written into the page as it is, so it never holds a password or a token. */
export type FormState = {
  status: 'idle' | 'refused';
  /** What was typed, by field name, to be shown again. */
  values: Record<string, string>;
  /** One sentence for each field that was refused. */
  errors: Record<string, string>;
  /** One sentence that belongs to no field. */
  message: string | null;
  /** Over the summary; "There is a problem" where nothing is said. */
  heading?: string;
};

/** A server action as a form calls it: it answers with what to show, or redirects when it is done. */
export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/** A form nobody has sent yet, filled in with what is known already. */
export const untouched = (values: Record<string, string> = {}): FormState => ({
  status: 'idle',
  values,
  errors: {},
  message: null,
});

/** The fields of a form as one plain object, the same for browser and server: a name sent twice becomes a list. */
export function fieldsOf(data: FormData): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    // React and Next send their own fields along.
    if (name.startsWith('$ACTION')) continue;
    const sent = data.getAll(name).filter(value => typeof value === 'string');
    const [first] = sent;
    if (first !== undefined) fields[name] = sent.length > 1 ? sent : first;
  }
  return fields;
}

// Never sent back to the page or kept for it, whatever a form calls them.
const secrets = /password|token|secret|recovery|answer|^code$/i;

export const isSecret = (name: string): boolean => secrets.test(name);

/** What was typed, to be shown again. */
export function withoutSecrets(typed: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      typeof value === 'string' && !isSecret(name) ? [[name, value]] : [],
    ),
  );
}
