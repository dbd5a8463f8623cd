import type { DatasetId } from '../schema';
import { listSizes } from './list-sizes';
import type { Collector, Reading } from './parsed';
import { practiceMap } from './practice-map';
import { pcnMembers, pcnRegister, practiceRegister } from './registers';
import { successors } from './successors';

const collectors: Record<DatasetId, (reading: Reading) => Collector> = {
  'practice-map': practiceMap,
  'practice-register': practiceRegister,
  'pcn-register': pcnRegister,
  'pcn-members': pcnMembers,
  successors,
  'list-sizes': listSizes,
};

/** The reader for a table that was recognised. */
export const collectorFor = (reading: Reading): Collector => collectors[reading.layout.dataset](reading);
