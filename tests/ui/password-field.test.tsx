import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CodeField } from '@/components/ui/code-field';
import { PasswordField } from '@/components/ui/password-field';

const field = <PasswordField label="Create a password" hint="Three words" autoComplete="new-password" />;

describe('a password field', () => {
  it('R65 shows and hides what was typed, and says so', async () => {
    render(field);
    const input = screen.getByLabelText('Create a password');
    await userEvent.type(input, 'three words');
    await userEvent.click(screen.getByRole('button', { name: 'Show password' }));
    expect(input).toHaveAttribute('type', 'text');
    expect(input).toHaveValue('three words');
    expect(screen.getByRole('status')).toHaveTextContent('Your password is visible');
    await userEvent.click(screen.getByRole('button', { name: 'Hide password' }));
    expect(input).toHaveAttribute('type', 'password');
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('R65 can be pasted into and filled by a password manager', async () => {
    render(field);
    const input = screen.getByLabelText('Create a password');
    expect(input).toHaveAttribute('autocomplete', 'new-password');
    expect(input).not.toHaveAttribute('maxlength');
    await userEvent.click(input);
    await userEvent.paste('pasted words of mine');
    expect(input).toHaveValue('pasted words of mine');
  });

  it('S14 offers no button that would need JavaScript before there is any', () => {
    expect(renderToString(field)).not.toContain('<button');
    expect(renderToString(field)).toContain('type="password"');
  });
});

describe('a code field', () => {
  it('R65 is one box that takes a pasted code with its spaces', async () => {
    render(<CodeField />);
    const input = screen.getByRole('textbox', { name: '6-digit code' });
    expect(input).toHaveAttribute('autocomplete', 'one-time-code');
    await userEvent.click(input);
    await userEvent.paste('123 456');
    expect(input).toHaveValue('123 456');
  });
});
