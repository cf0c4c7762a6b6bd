import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser that pages are tested in: CHROMIUM_PATH, or one that is installed, or where we may, one installed by apt-get. */
export function findBrowser(): string | undefined {
  const present = (): string | undefined =>
    [process.env.CHROMIUM_PATH ?? '', ...PLACES].find((path) => existsSync(path));
  return present() ?? (install() ? present() : undefined);
}

/** Debian's package, as root only. Says what it does, and why there is no browser where there is none. */
function install(): boolean {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    process.stderr.write(
      'No Chromium is installed, and it cannot be installed here: set CHROMIUM_PATH to test pages.\n',
    );
    return false;
  }
  process.stderr.write('Installing Chromium to test pages in (apt-get install chromium).\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Several test files may want it at once: the later ones wait.
  const run = (...args: string[]) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=600', ...args], { env, stdio: 'ignore', timeout: 600_000 })
      .status === 0;
  const done = run('install', '-y', 'chromium') || (run('update') && run('install', '-y', 'chromium'));
  if (!done) process.stderr.write('Chromium could not be installed: pages are not tested in a browser.\n');
  return done;
}

export function launch(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] });
}

/** A page, and what went wrong in it: errors, refusals by its policy, requests beyond its own file. */
export interface Opened {
  readonly page: Page;
  readonly faults: readonly string[];
}

/** Opens a file as a mail attachment would be. */
export async function open(
  browser: Browser,
  file: string,
  {
    width = 1280,
    height = 900,
    dark = false,
    script = true,
    hash = '',
  }: { width?: number; height?: number; dark?: boolean; script?: boolean; hash?: string } = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    faults.push('a dialog');
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('file:') || !request.url().includes(file)) faults.push(`request: ${request.url()}`);
  });
  await page.goto(`file://${file}${hash}`);
  return { page, faults };
}
