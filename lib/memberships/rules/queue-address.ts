import { filterHref, filterSearch } from '@/lib/core/filters';
import type { QueueFilters } from '../schema/queue';

const named = ({ waiting, ...rest }: QueueFilters) => ({ ...rest, waiting: waiting === 'platform' ? '' : waiting });

/** The filters of the queue as its address carries them; defaults are left out. */
export const queueSearch = (filters: QueueFilters): string => filterSearch(named(filters));

/** The address of the queue with these filters. */
export const queueHref = (filters: QueueFilters): string => filterHref('/admin/requests/', named(filters));

/**
 * What is kept of filters under a name: not how far somebody had read, nor what they searched for, which may be a person's
 * name or address and would outlive their account.
 */
export const keptSearch = (filters: QueueFilters): string => queueSearch({ ...filters, q: '', after: '' });
