import { z } from 'zod';
import type { WrongSetting } from '../schema';

export type Parameters = Record<string, string | string[] | undefined>;

/** Settings out of an address: a parameter that cannot be used is named, and the rest is kept. */
export function readSettings<Shape extends z.ZodRawShape>(
  shape: z.ZodObject<Shape>,
  parameters: Parameters,
): { settings: z.output<z.ZodObject<Shape>>; wrong: WrongSetting[] } {
  const given = firstOfEach(parameters);
  const reading = shape.safeParse(given);
  if (reading.success) return { settings: reading.data, wrong: [] };
  const wrong = reading.error.issues.map(issue => ({ name: String(issue.path[0]), message: issue.message }));
  for (const { name } of wrong) delete given[name];
  return { settings: shape.parse(given), wrong };
}

/** Settings as the shortest address that means them: what is left out is the default, and the order is fixed. */
export function settingsQuery(settings: Record<string, string | null>, defaults: Record<string, string | null> = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(settings)) {
    if (value !== null && value !== '' && value !== defaults[name]) query.set(name, value);
  }
  return query.toString();
}

/** What was typed or linked as the organisation: a code, alone or in brackets behind its name, or words to search for. */
export function readOrganisation(typed: string): { code: string } | { text: string } | null {
  const text = typed.trim().replace(/\s+/g, ' ');
  if (!text) return null;
  const bracketed = /\(([A-Za-z0-9]{3,10})\)$/.exec(text)?.[1];
  // As practices and PCNs have them; a postcode never looks like it.
  const bare = /^[A-Za-z](\d{5}|[A-Za-z]{2}\d{3})$/.exec(text.replaceAll(' ', ''))?.[0];
  const code = bracketed ?? bare;
  return code ? { code: code.toUpperCase() } : { text };
}

/** A month in an address, "2026-07". */
export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { message: 'The period must be a month, like 2026-07. The newest one is shown.' })
  .nullable()
  .default(null);

/** What stands in the address for the organisation: read later, because words are searched for. */
export const organisation = z
  .string()
  .trim()
  .max(100, { message: 'The name of the organisation is too long to be searched for.' })
  .nullable()
  .default(null)
  .transform(text => text || null);

function firstOfEach(parameters: Parameters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first ? [[name, first]] : [];
    }),
  );
}
