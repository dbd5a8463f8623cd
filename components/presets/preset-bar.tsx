import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';

/** Under the settings: which preset this is, whether it was changed, and the ways to keep it. */
export function PresetBar({ preset, changed, save, saveAs, address, settings, list }: Props) {
  return (
    <div className="no-print flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line py-3 text-s">
      <p className="flex max-w-none flex-wrap items-baseline gap-x-4">
        {preset ? (
          <>
            <span>
              Preset: <strong>{preset.name}</strong>
              {preset.workspace && <span className="text-ink-soft"> · kept by {preset.workspace}</span>}
            </span>
            {changed && <Changed />}
          </>
        ) : (
          <span className="text-ink-soft">These settings are not saved.</span>
        )}
      </p>
      <ul className="flex flex-wrap items-baseline gap-x-5">
        {preset && changed && save && (
          <li>
            <form action={save}>
              <input type="hidden" name="id" value={preset.id} />
              <input type="hidden" name="settings" value={settings} />
              <Button look="link" pending="Saving…">
                Save changes
              </Button>
            </form>
          </li>
        )}
        <li>
          <Link href={saveAs} prefetch={false} className="inline-block py-[3px]">
            {preset ? 'Save as new' : 'Save these settings'}
          </Link>
        </li>
        {list && (
          <li>
            <Link href={list} prefetch={false} className="inline-block py-[3px]">
              Open another preset
            </Link>
          </li>
        )}
        <li>
          <CopyButton look="link" address={address} done="Link copied">
            Copy link
          </CopyButton>
        </li>
      </ul>
    </div>
  );
}

/** A shape beside the words, so that it does not rest on colour. */
function Changed() {
  return (
    <span className="inline-flex items-center gap-1.5 font-semibold text-wait">
      <svg viewBox="0 0 8 8" className="size-2 flex-none" aria-hidden="true">
        <circle cx="4" cy="4" r="3.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M4 .75a3.25 3.25 0 0 0 0 6.5z" fill="currentColor" />
      </svg>
      Changed, not saved
    </span>
  );
}

type Props = {
  /** The one that is open. */
  preset: { id: string; name: string; workspace: string | null } | null;
  changed: boolean;
  /** Receives id and settings; null where the viewer may not change it. */
  save: ((data: FormData) => Promise<void>) | null;
  /** Where a new one is made. */
  saveAs: string;
  /** Of the settings that are shown, without the preset. */
  address: string;
  /** Their query. */
  settings: string;
  /** All presets, for somebody who has an account. */
  list: string | null;
};
