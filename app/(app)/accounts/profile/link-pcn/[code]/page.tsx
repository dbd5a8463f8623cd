import { LinkCheckPage } from '../../_link/check-page';

export default function JoinPcn({ params }: { params: Promise<{ code: string }> }) {
  return <LinkCheckPage kind="pcn" params={params} />;
}
