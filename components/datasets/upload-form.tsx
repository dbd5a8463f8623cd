'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { FieldFrame } from '@/components/ui/field-frame';

/** Sends one published file. A plain post, so that it works without JavaScript and the file is never held in memory. */
export function UploadForm() {
  const [sending, setSending] = useState(false);
  return (
    <form
      method="post"
      action="/api/datasets/upload/"
      encType="multipart/form-data"
      className="grid max-w-form gap-6"
      onSubmit={event => (sending ? event.preventDefault() : setSending(true))}
    >
      <FieldFrame
        id="file"
        label="File"
        hint="CSV, ZIP, gzip or the ePCN workbook, up to 100 MB. It is recognised by its content. You see what would change before anything is loaded."
      >
        <input
          id="file"
          name="file"
          type="file"
          required
          accept=".csv,.zip,.gz,.xlsx"
          aria-describedby="file-hint"
          className="block w-full max-w-full text-m file:mr-4 file:min-h-target file:cursor-pointer file:rounded-control file:border file:border-field file:bg-paper file:px-4 file:text-ink"
        />
      </FieldFrame>
      <div>
        <Button>{sending ? 'Sending…' : 'Check this file'}</Button>
      </div>
      <p role="status" className="sr-only">
        {sending ? 'The file is being sent.' : ''}
      </p>
    </form>
  );
}
