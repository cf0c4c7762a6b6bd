/** The command line of this run with --resume, to be pasted into a POSIX shell. */
export function againCommand(): string {
  const words = givenArguments();
  return ['bedside', ...words, '--resume'].map(quoted).join(' ');
}

/** What was given on the command line, but for --resume. */
export function givenArguments(): string[] {
  return process.argv.slice(2).filter((word) => word !== '--resume');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
