import { zodResolver } from '@hookform/resolvers/zod';
import { createFormControl } from 'react-hook-form';
import type { z } from 'zod';

type Shape = z.ZodType<Record<string, unknown>, Record<string, unknown>>;

/** What the schema says against these fields, a sentence each by name; nothing when they are right. */
export async function findFaults(shape: Shape, fields: Record<string, string | string[]>) {
  const faults: Record<string, string> = {};
  const form = createFormControl<Record<string, unknown>>({
    shouldFocusError: false,
    // The shape the server will see, rather than the one the library would make of ticks and radios.
    resolver: (_typed, context, options) => zodResolver(shape)(fields, context, options),
  });
  const note = (wrong: Record<string, { message?: unknown } | undefined>) => {
    for (const [name, error] of Object.entries(wrong)) {
      if (typeof error?.message === 'string') faults[name] = error.message;
    }
  };
  await form.handleSubmit(() => undefined, note)();
  return faults;
}
