import { LinkSearchPage } from '../_link/search-page';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default function LinkPcn({ searchParams }: Props) {
  return <LinkSearchPage kind="pcn" searchParams={searchParams} />;
}
