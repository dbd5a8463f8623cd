/** Text of a published file: UTF-8 where every byte is valid UTF-8, else Windows-1252. The byte order mark is dropped. */
export function decoderFor(validUtf8: boolean): TextDecoder {
  return new TextDecoder(validUtf8 ? 'utf-8' : 'windows-1252');
}

/** Checks a stream of chunks for strict UTF-8 without keeping them; `end` says whether all of it was. */
export function utf8Check(): { feed: (chunk: Uint8Array) => void; end: () => boolean } {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let valid = true;
  const attempt = (chunk: Uint8Array | undefined, stream: boolean) => {
    if (!valid) return;
    try {
      strict.decode(chunk, { stream });
    } catch {
      valid = false;
    }
  };
  return {
    feed: chunk => attempt(chunk, true),
    end: () => {
      attempt(undefined, false);
      return valid;
    },
  };
}
