/** The percentiles 0 to 100 of some numbers, by linear interpolation between neighbours; empty for none. */
export function percentiles(numbers: number[]): number[] {
  const sorted = Float64Array.from(numbers).sort();
  const last = sorted.length - 1;
  if (last < 0) return [];
  return Array.from({ length: 101 }, (_, percent) => {
    const place = (last * percent) / 100;
    const below = sorted[Math.floor(place)] ?? 0;
    const above = sorted[Math.ceil(place)] ?? below;
    return below + (above - below) * (place - Math.floor(place));
  });
}
