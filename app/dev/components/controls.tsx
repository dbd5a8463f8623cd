import { FormActions } from '@/components/layout/form-page';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Checkbox } from '@/components/ui/checkbox';
import { CodeField } from '@/components/ui/code-field';
import { Field } from '@/components/ui/field';
import { PasswordField } from '@/components/ui/password-field';
import { Radios } from '@/components/ui/radios';
import { SearchForm } from '@/components/ui/search-form';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import type { FormState } from '@/lib/core/form';

/** Buttons, and one form with every field; sending it refuses all of them. */
export function Controls() {
  return (
    <div className="grid gap-8">
      <div className="flex flex-wrap items-center gap-4">
        <Button>Save preset</Button>
        <Button look="outlined">Approve as member</Button>
        <Button look="outlined" size="small">
          Copy citation
        </Button>
        <Button look="leave">Delete account</Button>
        <Button look="danger">Delete 3 documents</Button>
        <Button look="link" describe="Example Person">
          Approve as admin
        </Button>
        <Button look="danger-link">Remove</Button>
        <ButtonLink href="/tools/" look="outlined">
          See tools
        </ButtonLink>
      </div>
      <SearchForm action="/tools/search/" label="Find a practice, PCN or tool" hint="A name, a code or a postcode" />
      <div className="max-w-form">
        <ActionForm action={refuseAll} values={{ name: 'Example Person', period: '2026-10' }} id="sample">
          <Field name="name" label="Full name" autoComplete="name" />
          <Field name="email" type="email" label="Work email address" hint="We send a link to confirm it is yours." />
          <PasswordField label="Create a password" hint="At least 15 characters." autoComplete="new-password" />
          <CodeField hint="From the email we sent." />
          <Field name="sum" label="Sum to share" unit="£" inputMode="decimal" />
          <Select name="period" label="Period" options={periods} />
          <Radios name="role" label="Your role" options={roles} />
          <TextArea name="message" label="Message (optional)" hint="What would help the person who decides?" />
          <Checkbox name="keep" label="Keep me signed in on this device" hint="Not on a shared computer" />
          <FormActions>
            <Button pending="Sending…">Request access</Button>
            <a href="#instead">Do something else instead</a>
          </FormActions>
        </ActionForm>
      </div>
    </div>
  );
}

async function refuseAll(_before: FormState, data: FormData): Promise<FormState> {
  'use server';
  const names = ['name', 'email', 'password', 'code', 'sum', 'period', 'role', 'message', 'keep'];
  return {
    status: 'refused',
    values: { name: String(data.get('name') ?? ''), period: String(data.get('period') ?? '') },
    errors: Object.fromEntries(names.map(name => [name, `Say something else for ${name}`])),
    message: 'Nothing was sent.',
  };
}

const periods = [
  { value: '2026-11', label: '1 November 2026' },
  { value: '2026-10', label: '1 October 2026' },
];
const roles = [
  { value: 'manager', label: 'Practice manager' },
  { value: 'partner', label: 'GP partner' },
  { value: 'other', label: 'Something else', hint: 'Say what in the message.' },
];
