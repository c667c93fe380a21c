// Who may import whom, as in docs: kit ← declare ← fields ← engine ← web, api, commands, publish, returns ← app ← main, cli.
// Each rule names what a layer may NOT reach; the comment is what the programmer reads when it is broken.

// Tests, and the parts tests share (…proofs.tsx).
const tests = '\\.(test|proofs)\\.'

/** A layer may import itself and the layers named; every other part of src is forbidden to it. */
function layer(name, allowed, comment) {
  const reach = [name, ...allowed].map(part => `^src/${part}/`)
  return {
    name: `${name}-imports`,
    comment,
    severity: 'error',
    from: { path: `^src/${name}/`, pathNot: tests },
    to: { path: '^src/', pathNot: reach },
  }
}

const inner = ['kit', 'declare', 'fields', 'engine', 'db']
// These have a rule of their own that says what they may import.
const named = '^src/(kit|declare|fields|db|engine|web|api|commands|publish|returns|registers)/'
const surface = name => layer(name, inner, `${name} is a surface: it knows the engine, and neither a register nor another surface.`)

module.exports = {
  forbidden: [
    layer('kit', [], 'kit holds pure helpers without domain: it imports nothing of ours.'),
    layer('declare', ['kit'], 'declare is the vocabulary: types and builders, no behaviour.'),
    layer('fields', ['kit', 'declare'], 'A field kind knows the vocabulary and the helpers.'),
    layer('db', ['kit', 'declare', 'fields'], 'db is the way to the store: it knows the vocabulary and the columns of its kinds, and no behaviour.'),
    layer('engine', ['kit', 'declare', 'fields', 'db'], 'The engine turns declarations into behaviour; it never names a register.'),
    surface('web'),
    layer('api', [...inner, 'publish', 'returns'], 'api is a surface: it never names a register.'),
    layer('commands', [...inner, 'publish', 'returns'], 'commands is a surface: it never names a register.'),
    surface('publish'),
    surface('returns'),
    {
      name: 'registers-import-the-vocabulary',
      comment: 'A register is declarations: it imports declare, fields and kit; its pages also the public door of web.',
      severity: 'error',
      from: { path: '^src/registers/', pathNot: [tests, '^src/registers/[^/]+/[^/]+/pages/'] },
      to: { path: '^src/', pathNot: '^src/(registers|declare|fields|kit)/' },
    },
    {
      name: 'register-pages-use-the-public-door',
      comment: 'A hand-written page of a register reaches the web through src/web/public.ts alone.',
      severity: 'error',
      from: { path: '^src/registers/[^/]+/[^/]+/pages/', pathNot: tests },
      to: { path: '^src/', pathNot: ['^src/(registers|declare|fields|kit)/', '^src/web/public\\.tsx?$'] },
    },
    {
      name: 'registers-never-meet',
      comment: 'A register never imports another: they meet in app/links.ts.',
      severity: 'error',
      from: { path: '^src/registers/([^/]+/[^/]+)/', pathNot: tests },
      to: { path: '^src/registers/', pathNot: '^src/registers/$1/' },
    },
    {
      name: 'nothing-imports-the-starters',
      comment: 'main.ts and cli.ts start Canopy; nothing imports them.',
      severity: 'error',
      from: {},
      to: { path: '^src/(main|cli)\\.ts$' },
    },
    {
      name: 'app-is-the-outermost-layer',
      comment: 'app puts everything together: only the starters, the demonstration and app itself import it.',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, '^src/(app|demo)/', '^src/(main|cli)\\.ts$', named] },
      to: { path: '^src/app/' },
    },
    {
      name: 'source-never-imports-tests',
      comment: 'What runs must not depend on what tests it.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: ['^test/', '^bench/', tests] },
    },
    { name: 'no-cycles', comment: 'A cycle has no first part to read.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      comment: 'An import that cannot be found hides every rule about it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(docs|db)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
