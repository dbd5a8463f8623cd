/** What a refusal may tell beside its name: who decided, until when to wait. Never secrets. */
export type Facts = Record<string, string | number | Date | null>;

export type Ok<T> = { ok: true; value: T };
export type Refused<R extends string> = { ok: false; refusal: R; facts: Facts };

/** An expected outcome: either it was done, or it was refused and nothing was changed. */
export type Result<T, R extends string> = Ok<T> | Refused<R>;

export const done = <T>(value: T): Ok<T> => ({ ok: true, value });
export const refuse = <R extends string>(refusal: R, facts: Facts = {}): Refused<R> => ({ ok: false, refusal, facts });
