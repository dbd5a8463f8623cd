'use client';

import { type ReactNode, useSyncExternalStore } from 'react';
import { announce } from './announce';
import { type ButtonLook, buttonClass } from './button-class';
import { Icon } from './icon';

/** Puts a text on the clipboard and says so. Not there without JavaScript, where the text can be selected. */
export function CopyButton({ text, address, done, look = 'outlined', children }: Props) {
  const scripted = useSyncExternalStore(never, yes, no);
  if (!scripted) return null;
  const copy = async () => {
    const wanted = text ?? new URL(address ?? '', window.location.href).href;
    await navigator.clipboard.writeText(wanted).then(
      () => announce(done),
      () => announce('Copying is not allowed here. Select the text and copy it.'),
    );
  };
  return (
    <button type="button" onClick={copy} className={`no-print ${buttonClass({ look, size: 'small' })}`}>
      {look !== 'link' && <Icon name="copy" />}
      {children}
    </button>
  );
}

type Props = {
  /** What is copied; or an address of this site, which is copied in full. */
  text?: string;
  address?: string;
  /** Said in the status region. */
  done: string;
  look?: ButtonLook;
  children: ReactNode;
};

const never = () => () => {};
const yes = () => true;
const no = () => false;
