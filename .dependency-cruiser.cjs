// The house, executable: floors never import upwards, rooms never form a circle (ARCHITECTURE.md).
const rooms = ['organisations', 'datasets', 'memberships', 'workspaces', 'tools', 'presets', 'audit', 'accounts'];

// A floor's file, or the folder of verbs it has grown into. Tools have one folder more: lib/tools/<tool>/rules.ts.
const file = names => `^lib/[^/]+/(${names})(\\.tsx?$|/)|^lib/tools/[^/]+/(${names})(\\.tsx?$|/)`;
const floor = {
  paper: `^(lib/core/|emails/)|${file('rules|schema|words')}|^lib/tools/catalogue\\.ts$`,
  cellar: '^lib/platform/',
  work: file('queries|commands'),
  porch: '^lib/web/',
  face: '^components/',
  doors: '^(app/|middleware\\.ts|instrumentation\\.ts|scripts/)',
};
const above = (...names) => names.map(name => floor[name]).join('|');
const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    forbid(
      'paper-is-pure',
      'rules, schema and words do no input or output',
      floor.paper,
      above('cellar', 'work', 'porch', 'face', 'doors'),
    ),
    forbid(
      'the-cellar-knows-no-room',
      'the cellar serves all rooms',
      floor.cellar,
      above('work', 'porch', 'face', 'doors'),
    ),
    forbid(
      'work-knows-no-web',
      'queries and commands do not know the web',
      floor.work,
      above('porch', 'face', 'doors'),
    ),
    forbid(
      'work-imports-no-next',
      'queries and commands know neither Next.js nor React',
      floor.work,
      '^(next|react)(/|$)|node_modules/(next|react)/',
    ),
    forbid('the-porch-knows-no-page', 'the porch serves all doors', floor.porch, above('face', 'doors')),
    forbid(
      'the-face-only-shows',
      'components take data and actions as props',
      floor.face,
      above('cellar', 'work', 'porch', 'doors'),
    ),
    forbid(
      'doors-go-through-a-room',
      'pages never touch the database',
      '^(app/|middleware\\.ts)',
      '^lib/platform/(db|change|mailer|files)',
    ),
    {
      name: 'the-browser-never-reaches-the-cellar',
      severity: 'error',
      from: { path: floor.face },
      to: { path: '^lib/platform/', reachable: true },
    },
    ...rooms
      .slice(0, -1)
      .map((room, i) =>
        forbid(
          `${room}-is-below`,
          'a room uses the rooms before it, never one after',
          `^lib/${room}/`,
          `^lib/(${rooms.slice(i + 1).join('|')})/`,
        ),
      ),
  ],
  required: [
    {
      name: 'every-action-is-guarded',
      severity: 'error',
      module: { path: '^app/.*actions\\.ts$' },
      to: { path: '^lib/web/action\\.ts$' },
    },
    {
      name: 'every-api-route-is-guarded',
      severity: 'error',
      module: { path: '^app/api/v1/.*route\\.ts$' },
      to: { path: '^lib/web/api\\.ts$' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules|\\.cjs$|lib/platform/generated' },
  },
};
