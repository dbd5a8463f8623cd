/** Says one short sentence in the page's status region: "10 of 43 results", "Link copied". Browser only. */
export function announce(sentence: string): void {
  const region = document.getElementById('status');
  if (region) region.textContent = sentence;
}
