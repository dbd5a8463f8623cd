/** The one place that speaks without taking the focus. There from the first paint, empty (A6). */
export function StatusRegion() {
  return <div id="status" role="status" className="sr-only" />;
}
