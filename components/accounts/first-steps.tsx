import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { TaskList } from '@/components/ui/task-list';
import type { FormAction } from '@/lib/core/form';

/** The first steps of a new account. Gone when they are taken or put away. */
export function FirstSteps({ linked, workspace, presets, hide }: Props) {
  const tasks = [
    { text: 'Confirm your email', done: true },
    { text: 'Link your practice', done: linked, href: '/accounts/profile/link-practice/' },
    {
      text: 'Choose a workspace',
      done: workspace,
      href: '/workspaces/',
      hint: linked ? null : 'Once a link is approved',
    },
    { text: 'Save your first settings', done: presets, href: '/tools/', hint: 'For a report you make again' },
  ];
  const done = tasks.filter(task => task.done).length;
  if (done === tasks.length) return null;
  return (
    <Section id="first-steps" title="Get set up" aside={`${done} of ${tasks.length}`}>
      <TaskList tasks={tasks} />
      <ActionForm id="hide" action={hide} className="mt-3 text-s">
        <div>
          <Button look="link" pending="Hiding…">
            Hide this list
          </Button>
        </div>
      </ActionForm>
    </Section>
  );
}

type Props = { linked: boolean; workspace: boolean; presets: boolean; hide: FormAction };
