import { LinkCheckPage } from '../../_link/check-page';

export default function JoinPractice({ params }: { params: Promise<{ code: string }> }) {
  return <LinkCheckPage kind="practice" params={params} />;
}
