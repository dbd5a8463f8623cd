// What was typed into a form stays in the tab while it is on its way, because the session may have ended meanwhile
// (S17). sessionStorage belongs to the tab and to this site; passwords and codes are never kept. Browser only.
import { isSecret } from '@/lib/core/form';
import { AFTER_SIGN_IN } from '@/lib/core/kept-typing';

const KEY = 'typed';
type Kept = { person: string; path: string; values: Record<string, string[]> };
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Keeps what stands in the form that is sent, in place of anything kept before. */
export function keep(form: HTMLFormElement, person: string): void {
  const values: Kept['values'] = {};
  for (const { name, value } of controlsOf(form).filter(isOn)) {
    if (!isSecret(name)) values[name] = [...(values[name] ?? []), value];
  }
  forget();
  if (Object.keys(values).length === 0) return;
  const kept: Kept = { person, path: location.pathname, values };
  sessionStorage.setItem(KEY, JSON.stringify(kept));
}

export const forget = (): void => sessionStorage.removeItem(KEY);

/** Fills the form again when its sending led to a sign-in of the same person; says whether it did. Kept for once only. */
export function bringBack(person: string): boolean {
  const address = new URL(location.href);
  const kept = read();
  forget();
  if (!address.searchParams.has(AFTER_SIGN_IN)) return false;
  address.searchParams.delete(AFTER_SIGN_IN);
  history.replaceState(history.state, '', address);
  if (kept?.person !== person || kept.path !== address.pathname) return false;
  const names = Object.keys(kept.values);
  const forms = [...document.querySelectorAll<HTMLFormElement>('main form')];
  const form = forms.find(each => names.every(name => controlsOf(each).some(control => control.name === name)));
  if (!form) return false;
  for (const control of controlsOf(form)) fill(control, kept.values[control.name]);
  return true;
}

function read(): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  } catch {
    return null;
  }
}

const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter((each): each is Control => {
    const field = each instanceof HTMLTextAreaElement || each instanceof HTMLSelectElement;
    return field || (each instanceof HTMLInputElement && !['hidden', 'password', 'file', 'submit'].includes(each.type));
  });

const isTick = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);

const isOn = (control: Control) => !isTick(control) || control.checked;

function fill(control: Control, values: string[] = []): void {
  if (isTick(control)) control.checked = values.includes(control.value);
  else if (values[0] !== undefined) control.value = values[0];
}
