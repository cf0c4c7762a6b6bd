/** Builds dist/: the bundle, the compiled lexicon and the types, at the same time. */
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
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
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
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

function bundle() {
  return build({
    entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts' },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['compromise', 'compromise/*'],
    // Pieces stand beside the entries: version.ts and the lexicon are found from where their code is.
    chunkNames: '[name]-[hash]',
    // commander is CommonJS and asks for node's modules by require.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
    },
    plugins: [withoutChildProcess],
    metafile: true,
    logLevel: 'warning',
  });
}

const tsc = 'node_modules/typescript/bin/tsc';
try {
  const [{ metafile }] = await Promise.all([
    bundle(),
    run('node_modules/tsx/dist/cli.mjs', 'scripts/build-lexicon.ts'),
    run(tsc, '-p', 'scripts/types.json'),
  ]);
  sweep(metafile);
} catch {
  process.exitCode = 1;
}
