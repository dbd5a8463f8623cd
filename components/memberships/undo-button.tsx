import { Button } from '@/components/ui/button';

/** Takes a decision back: one press, no page between. `back` is where the reader is. */
export function UndoButton({ event, back, describe, action }: Props) {
  return (
    <form action={action}>
      <input type="hidden" name="event" value={event} />
      <input type="hidden" name="back" value={back} />
      <Button look="link" pending="Undoing…" describe={describe}>
        Undo
      </Button>
    </form>
  );
}

type Props = {
  event: string;
  back: string;
  /** Heard after “Undo”: what. */
  describe?: string;
  action: (data: FormData) => Promise<void>;
};
