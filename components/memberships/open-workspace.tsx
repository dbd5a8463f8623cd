import { Button } from '@/components/ui/button';

/** Makes a membership the workspace: one press, never done for the reader. */
export function OpenWorkspace({ membershipId, name, next, action }: Props) {
  return (
    <form action={action} className="mb-8">
      <input type="hidden" name="membership" value={membershipId} />
      <input type="hidden" name="next" value={next} />
      <Button pending="Opening…" describe={name}>
        Open as workspace
      </Button>
    </form>
  );
}

type Props = { membershipId: string; name: string; next: string; action: (data: FormData) => Promise<void> };
