import { filterHref, filterSearch } from '@/lib/core/filters';
import type { QueueFilters } from '../schema/queue';

const named = ({ waiting, ...rest }: QueueFilters) => ({ ...rest, waiting: waiting === 'platform' ? '' : waiting });

/** The filters of the queue as its address carries them; defaults are left out. */
export const queueSearch = (filters: QueueFilters): string => filterSearch(named(filters));

/** The address of the queue with these filters. */
export const queueHref = (filters: QueueFilters): string => filterHref('/admin/requests/', named(filters));

/** What is kept of filters under a name: not how far somebody had read. */
export const keptSearch = (filters: QueueFilters): string => queueSearch({ ...filters, after: '' });
