type Filters = Partial<Record<string, string>>;

/** Filters as an address carries them; what is not set is left out. */
export const filterSearch = (filters: Filters): string =>
  new URLSearchParams(Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();

/** The address of a list with these filters. */
export function filterHref(path: string, filters: Filters): string {
  const search = filterSearch(filters);
  return search ? `${path}?${search}` : path;
}
