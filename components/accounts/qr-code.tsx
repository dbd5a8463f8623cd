/** A QR code as one drawn path. Dark on white in every theme, because cameras expect it so. */
export function QrCode({ squares, label }: { squares: boolean[][]; label: string }) {
  const size = squares.length;
  const path = squares.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges" className="size-56">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
