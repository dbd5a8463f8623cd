import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { PasswordField } from '@/components/ui/password-field';
import { Radios } from '@/components/ui/radios';
import { type FormState, untouched } from '@/lib/core/form';

const schema = z.object({
  email: z.string().min(1, 'Enter your email address'),
  password: z.string().min(15, 'Password must be 15 characters or more'),
  role: z.string({ error: 'Choose your role' }),
});

const refused: FormState = {
  status: 'refused',
  values: { email: 'somebody@example.org' },
  errors: { email: 'That address is not right' },
  message: 'Nothing was sent.',
};

function sample(action = vi.fn(async (state: FormState) => state), checked = true, forget: string[] = []) {
  render(
    <ActionForm
      action={action}
      schema={checked ? async () => schema : undefined}
      title="Ask to join"
      intro={<h1>Ask to join</h1>}
      hidden={{ code: 'A00001' }}
      values={{ email: '' }}
      forget={forget}
    >
      <Field name="email" type="email" label="Email" hint="At work" />
      <PasswordField label="Password" autoComplete="current-password" />
      <Radios
        name="role"
        label="Your role"
        options={[
          { value: 'manager', label: 'Practice manager' },
          { value: 'partner', label: 'GP partner' },
        ]}
      />
      <Button pending="Sending…">Send</Button>
    </ActionForm>,
  );
  return action;
}

const send = () => userEvent.click(screen.getByRole('button', { name: /^Send/ }));

describe('a form', () => {
  it('S3 R65 says what is wrong before anything is sent: summary focused, title with "Error:", one title', async () => {
    const action = sample();
    await send();

    const summary = await screen.findByRole('alert', { name: 'There is a problem' });
    expect(summary).toHaveFocus();
    expect(
      within(summary)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual(['Enter your email address', 'Password must be 15 characters or more', 'Choose your role']);
    expect(document.title).toBe('Error: Ask to join – Haresign');
    expect(document.querySelectorAll('title')).toHaveLength(1);
    expect(action).not.toHaveBeenCalled();
  });

  it('S3 R65 ties each sentence to its field, and each link of the summary leads there', async () => {
    sample();
    await send();
    await screen.findByRole('alert');

    const email = screen.getByRole('textbox', { name: 'Email' });
    expect(email).toBeInvalid();
    expect(email).toHaveAccessibleDescription(/^At work Error: ?Enter your email address$/);
    await userEvent.click(screen.getByRole('link', { name: 'Enter your email address' }));
    expect(email).toHaveFocus();
    await userEvent.click(screen.getByRole('link', { name: 'Choose your role' }));
    expect(screen.getByRole('radio', { name: 'Practice manager' })).toHaveFocus();
  });

  it('S3 sends what the schema accepts, hidden fields included, and shows what the server refused', async () => {
    const action = sample(vi.fn(async () => refused));
    await fill();
    await send();

    const summary = await screen.findByRole('alert');
    expect(summary).toHaveFocus();
    expect(summary).toHaveTextContent('Nothing was sent.');
    expect(action).toHaveBeenCalledTimes(1);
    const data = action.mock.calls[0]?.at(1);
    expect(data instanceof FormData && Object.fromEntries(data)).toEqual({
      code: 'A00001',
      email: 'a@example.org',
      password: 'three random words',
      role: 'partner',
    });
    expect(document.title).toMatch(/^Error: /);
  });

  it('S3 keeps what was typed after a refusal, the password too unless the form forgets it', async () => {
    sample(vi.fn(async () => refused));
    await fill();
    await send();
    await screen.findByRole('alert');
    expect(screen.getByLabelText('Password')).toHaveValue('three random words');
    expect(screen.getByRole('radio', { name: 'GP partner' })).toBeChecked();
  });

  it('S3 empties the password of a sign-in after a refusal', async () => {
    sample(
      vi.fn(async () => refused),
      true,
      ['password'],
    );
    await fill();
    await send();
    await screen.findByRole('alert');
    expect(screen.getByLabelText('Password')).toHaveValue('');
    expect(screen.getByRole('textbox', { name: 'Email' })).toHaveValue('a@example.org');
  });

  it('S4 says that it is under way and does not send twice', async () => {
    let answer: (state: FormState) => void = () => {};
    const action = sample(
      vi.fn(
        () =>
          new Promise<FormState>(resolve => {
            answer = resolve;
          }),
      ),
      false,
    );
    await send();
    const button = await screen.findByRole('button', { name: 'Sending…' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(button);
    expect(action).toHaveBeenCalledTimes(1);
    answer(untouched());
    expect(await screen.findByRole('button', { name: 'Send' })).not.toHaveAttribute('aria-disabled');
  });
});

async function fill() {
  await userEvent.type(screen.getByRole('textbox', { name: 'Email' }), 'a@example.org');
  await userEvent.type(screen.getByLabelText('Password'), 'three random words');
  await userEvent.click(screen.getByRole('radio', { name: 'GP partner' }));
}
