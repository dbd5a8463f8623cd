import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { Site } from './layout';

type Parts<Props> = {
  props: z.ZodType<Props>;
  subject: (props: Props, site: Site) => string;
  body: (props: Props, site: Site) => ReactElement;
};

/** One mail: what it needs, its subject (a fact, without anybody's data), its body. */
export function template<Props>({ props, subject, body }: Parts<Props>) {
  return {
    props,
    write(raw: unknown, site: Site) {
      const checked = props.parse(raw);
      return { subject: subject(checked, site).replace(/\s+/g, ' ').trim(), body: body(checked, site) };
    },
  };
}
