import 'server-only';
import { env } from '@/lib/platform/env';

/** For so many days a closed account can be taken back, in this installation. */
export const graceDays = (): number => env().DELETION_GRACE_DAYS;
