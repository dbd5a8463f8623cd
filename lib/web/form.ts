import { type FormAction, fieldsOf, withoutSecrets } from '@/lib/core/form';
import type { Said } from './action';

type Outcome =
  | {
      serverError?: Said;
      validationErrors?: { formErrors: string[]; fieldErrors: { [field: string]: string[] | undefined } };
    }
  | undefined;

/**
 * Makes a form's action of a guarded action: fields in, state out, with what was typed except secrets. It works as a
 * plain form post too. Success redirects, so a returned state is always a refusal.
 */
export function asForm(
  // biome-ignore lint/suspicious/noExplicitAny: the guarded action's own schema decides what it takes
  action: (input: any) => Promise<Outcome>,
): FormAction {
  return async (_before, data) => {
    const typed = fieldsOf(data);
    const outcome = await action(typed);
    const errors = Object.fromEntries(
      Object.entries(outcome?.validationErrors?.fieldErrors ?? {}).flatMap(([field, said]) =>
        said?.[0] ? [[field, said[0]]] : [],
      ),
    );
    const refusal = outcome?.serverError;
    if (refusal?.field) errors[refusal.field] = refusal.message;
    const message = refusal && !refusal.field ? refusal.message : (outcome?.validationErrors?.formErrors[0] ?? null);
    const refused = message !== null || Object.keys(errors).length > 0;
    return { status: refused ? 'refused' : 'idle', values: withoutSecrets(typed), errors, message };
  };
}
