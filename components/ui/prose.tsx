import type { ReactNode } from 'react';

/** Text to be read: paragraphs and lists with air between them. */
export function Prose({ children }: { children: ReactNode }) {
  return (
    <div className="[&_li]:max-w-measure [&_li+li]:mt-1.5 [&_ol]:list-decimal [&_ol]:pl-6 [&_ul]:list-disc [&_ul]:pl-5 [&>*+*]:mt-4 [&>h3]:mt-8">
      {children}
    </div>
  );
}
