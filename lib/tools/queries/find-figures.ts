import 'server-only';
import { distributionOf, listSizesOf } from '@/lib/datasets/queries/list-sizes';
import { currentVintage } from '@/lib/datasets/queries/vintage';
import { listPracticesOfPcn } from '@/lib/organisations/queries/find-organisation';
import { ENGLAND, type Organisation } from '@/lib/organisations/schema';
import { type Figures, heldPeriods } from '../rules/profile';
import { periodOf } from '../rules/series';

/**
 * All that the tools about list sizes need of a practice or a PCN: three statements, and one more the first time a
 * process meets a load.
 */
export async function findFigures(organisation: Organisation, month: string | null): Promise<Figures> {
  const pcn = organisation.kind === 'pcn' ? organisation.code : organisation.pcn?.code;
  const [members, vintage] = await Promise.all([pcn ? listPracticesOfPcn(pcn) : [], currentVintage('list-sizes')]);
  const areas = [organisation.code, pcn, organisation.subIcb?.code, organisation.icb?.code, ENGLAND];
  const codes = new Set([...areas, ...members.map(member => member.code)].filter(code => code !== undefined));
  const sizes = await listSizesOf([...codes], 'all');
  const periods = heldPeriods(sizes);
  const period = periodOf(month, periods) ?? periods.at(-1) ?? null;
  const kind = organisation.kind === 'pcn' ? 'pcn' : 'practice';
  const distribution = vintage && period ? await distributionOf(kind, { loadId: vintage.loadId, period }) : null;
  return { organisation, members, sizes, vintage, distribution };
}
