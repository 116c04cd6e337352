// The picture of the product: a lit sand table in a dark room, with a site, a cloud and people on it.

/** Plan coordinates (0..100 each way, height up) to the picture's isometric plane. */
function iso(x: number, y: number, z = 0): string {
  return `${(240 + (x - y) * 2.05).toFixed(1)},${(64 + (x + y) * 1.02 - z * 2.2).toFixed(1)}`;
}

function Block({ x, y, w, d, h }: { x: number; y: number; w: number; d: number; h: number }) {
  return (
    <g>
      <polygon
        points={[iso(x, y + d, h), iso(x + w, y + d, h), iso(x + w, y + d), iso(x, y + d)].join(" ")}
        fill="#b29e74"
      />
      <polygon
        points={[iso(x + w, y, h), iso(x + w, y + d, h), iso(x + w, y + d), iso(x + w, y)].join(" ")}
        fill="#97845c"
      />
      <polygon
        points={[iso(x, y, h), iso(x + w, y, h), iso(x + w, y + d, h), iso(x, y + d, h)].join(" ")}
        fill="#f4ead4"
      />
    </g>
  );
}

function Flag({ x, y, colour }: { x: number; y: number; colour: string }) {
  const [px, py] = iso(x, y).split(",").map(Number);
  return (
    <g transform={`translate(${px} ${py})`}>
      <ellipse rx="7" ry="3.4" fill="#0f1b24" opacity="0.25" />
      <path d="M0 0V-27" stroke="#0f1b24" strokeWidth="2" strokeLinecap="round" />
      <path d="M0-27 14-22 0-17z" fill={colour} />
    </g>
  );
}

export function TablePicture() {
  return (
    <svg className="table-picture" viewBox="0 0 480 300" aria-hidden="true">
      <defs>
        <radialGradient id="table-light" cx="0.5" cy="0.5" r="0.5">
          <stop offset="0" stopColor="#fff6df" stopOpacity="0.3" />
          <stop offset="1" stopColor="#fff6df" stopOpacity="0" />
        </radialGradient>
        <radialGradient id="table-sand" cx="0.5" cy="0.42" r="0.6">
          <stop offset="0" stopColor="#f3e7cb" />
          <stop offset="1" stopColor="#cdb98e" />
        </radialGradient>
      </defs>
      <rect width="480" height="300" fill="url(#table-light)" />
      <polygon points={[iso(0, 100), iso(100, 100), iso(100, 100, -10), iso(0, 100, -10)].join(" ")} fill="#3a2f22" />
      <polygon points={[iso(100, 0), iso(100, 100), iso(100, 100, -10), iso(100, 0, -10)].join(" ")} fill="#2b2319" />
      <polygon points={[iso(0, 0), iso(100, 0), iso(100, 100), iso(0, 100)].join(" ")} fill="url(#table-sand)" />
      <g stroke="#b8a377" strokeWidth="1" fill="none">
        <polyline
          points={[iso(0, 62), iso(34, 62), iso(46, 74), iso(46, 100)].join(" ")}
          strokeWidth="7"
          opacity="0.6"
        />
        <polygon points={[iso(8, 8), iso(92, 8), iso(92, 92), iso(8, 92)].join(" ")} strokeDasharray="5 4" />
      </g>
      <Block x={18} y={18} w={16} d={14} h={9} />
      <Block x={44} y={24} w={26} d={20} h={11} />
      <Block x={22} y={70} w={12} d={10} h={7} />
      <g fill="#6d43ad">
        <ellipse cx="300" cy="176" rx="74" ry="26" opacity="0.2" />
        <ellipse cx="286" cy="170" rx="50" ry="18" opacity="0.26" />
        <ellipse cx="270" cy="163" rx="26" ry="10" opacity="0.36" />
      </g>
      <Flag x={38} y={54} colour="#f0702a" />
      <Flag x={58} y={58} colour="#2f86c9" />
      <Flag x={66} y={52} colour="#2f86c9" />
    </svg>
  );
}
