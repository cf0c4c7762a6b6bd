/** Builds dist/: the program, the library, the report's page, the compiled lexicon and the types, at the same time; then V8's cache. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

/** Pieces of former builds have other names and would pile up. They go last, so that what runs meanwhile still finds its own. */
function sweep({ outputs }) {
  for (const name of readdirSync('dist')) {
    if (name.endsWith('.js') && !(`dist/${name}` in outputs)) rmSync(`dist/${name}`, { force: true });
  }
}

function run(...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(args[0]))));
  });
}

/** commander loads child_process for commands that are programs of their own; we have none, and it is slow to load. */
const withoutChildProcess = {
  name: 'without-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, () => ({ path: 'nothing', namespace: 'nothing' }));
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  external: ['compromise', 'compromise/*', 'yaml'],
  plugins: [withoutChildProcess],
  logLevel: 'warning',
};

/** The program: one CommonJS file, which V8's code cache starts fastest; names stay, for the lines of a bug report. */
function program() {
  return build({
    ...common,
    entryPoints: { cli: 'src/cli.ts', start: 'src/start.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    minifyWhitespace: true,
    minifySyntax: true,
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__url' },
    banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
  });
}

/**
 * start.ts reads the program byte by byte as characters. esbuild escapes what is not ASCII in strings, but not in regular expressions
 * and tagged templates, where an escape stands for the same.
 */
function escapeProgram() {
  const file = 'dist/cli.cjs';
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** The library. */
function library() {
  return build({
    ...common,
    entryPoints: { index: 'src/index.ts' },
    outdir: 'dist',
    splitting: true,
    format: 'esm',
    // Pieces stand beside the entry: version.ts and the lexicon are found from where their code is.
    chunkNames: '[name]-[hash]',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
    },
    metafile: true,
  });
}

/** The report's style and script, which its pages carry whole. */
function page() {
  return build({
    entryPoints: [
      { in: 'src/write/report/browser/start.ts', out: 'page' },
      { in: 'src/write/report/style/page.css', out: 'page' },
    ],
    outdir: 'dist/report',
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['es2022', 'chrome110', 'firefox115', 'safari16'],
    logLevel: 'warning',
  });
}

/** What draws a report's charts, which nothing else loads. */
function charts() {
  return build({
    ...common,
    entryPoints: { charts: 'src/write/report/charts/draw.ts' },
    outdir: 'dist/report',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    minify: true,
    external: ['canvas'],
  });
}

const tsc = 'node_modules/typescript/bin/tsc';
try {
  const [{ metafile }] = await Promise.all([
    library(),
    program(),
    page(),
    charts(),
    run('node_modules/tsx/dist/cli.mjs', 'scripts/build-lexicon.ts'),
    run(tsc, '-p', 'scripts/types.json'),
  ]);
  sweep(metafile);
  escapeProgram();
  // V8 tells programs apart by their length alone: it would take the cache of another one that is as long.
  rmSync('dist/cli.cache', { force: true });
  await run('scripts/warm.cjs');
} catch {
  process.exitCode = 1;
}
