import { spawnSync } from 'node:child_process';

/** What is run where there is no $PAGER: one that passes colours on. Windows brings none that does. */
const PAGER = process.platform === 'win32' ? '' : 'less -R';

/**
 * Hands a text to the user's pager and waits until it is left; false where none could be run, and the text is still to be written.
 * `less` is told to pass colours on unless $LESS says how it is to be.
 */
export function page(text: string): boolean {
  const command = process.env.PAGER ?? PAGER;
  if (command.trim() === '' || command.trim() === 'cat') return false;
  // An interrupt is the pager's; with nobody listening it would end us and leave the pager alone with the terminal.
  const ignore = () => {};
  process.on('SIGINT', ignore);
  try {
    const { status, error } = spawnSync(command, {
      shell: true,
      input: text,
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { ...process.env, LESS: process.env.LESS ?? 'R' },
    });
    if (error && 'code' in error && error.code === 'EPIPE') return true;
    // A shell says 126 and 127 where there is no such program.
    return !error && status !== 126 && status !== 127;
  } finally {
    process.off('SIGINT', ignore);
  }
}
