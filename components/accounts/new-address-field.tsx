'use client';

import { useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { Field } from '@/components/ui/field';

/**
 * The address of a new account. When it is left with a likely slip in its domain, what was probably meant is offered:
 * never insisted on. Without JavaScript the next page offers it.
 */
export function NewAddressField({ invited }: { invited: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [meant, setMeant] = useState<string | null>(null);
  const input = () => place.current?.querySelector('input');
  const look = async () => {
    const typed = input()?.value ?? '';
    const { suggestAddress } = await import('@/lib/accounts/rules/address-typo');
    if (typed === input()?.value) setMeant(suggestAddress(typed));
  };
  const take = () => {
    const field = input();
    if (!field || !meant) return;
    field.value = meant;
    setMeant(null);
    field.focus();
  };
  return (
    <div ref={place}>
      <Field
        name="email"
        type="email"
        label="Work email address"
        hint={
          invited
            ? 'Your invitation came to this address. Keep it, so that you can accept.'
            : 'We send a link to confirm it is yours.'
        }
        value={invited}
        autoComplete="email"
        spellCheck={false}
        autoCapitalize="off"
        onBlur={() => void look().catch(() => setMeant(null))}
      />
      <p role="status" className="text-s not-empty:pt-2">
        {meant && (
          <>
            Did you mean{' '}
            <button type="button" className={buttonClass({ look: 'link' })} onClick={take}>
              <span className="wrap-anywhere">{meant}</span>
            </button>
            ?
          </>
        )}
      </p>
    </div>
  );
}
