import { LinkSearchPage } from '../_link/search-page';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default function LinkPractice({ searchParams }: Props) {
  return <LinkSearchPage kind="practice" searchParams={searchParams} />;
}
