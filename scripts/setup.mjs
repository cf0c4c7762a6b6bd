/** Installs the packages, with `npm ci`, only where node_modules does not hold what package-lock.json asks for. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Every package of a lock file with its version; npm keeps a second one of what it has installed. */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(new URL(path, `file://${root}`), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (!present) return false;
  return Object.entries(wanted).every(([name, { version, optional }]) => {
    return name === '' || optional || present[name]?.version === version;
  });
}

if (!isInstalled()) {
  const { status } = spawnSync('npm', ['ci', '--no-fund', '--no-audit'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  process.exit(status ?? 1);
}
