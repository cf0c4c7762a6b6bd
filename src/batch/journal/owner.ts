import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** The process that writes a run. */
export interface Owner {
  readonly host: string;
  readonly pid: number;
  /** When it was started, in the system's own terms, where it tells: a number of a process comes again. */
  readonly born?: string;
}

/** Ourselves. */
export function ourselves(): Owner {
  const { pid } = process;
  return { host: hostname(), pid, born: bornOf(pid) };
}

/** Whether a process is still there; of another machine nobody knows, and it is taken for gone. */
export function isAlive({ host, pid, born }: Owner): boolean {
  if (host !== hostname() || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return bornOf(pid) === born;
}

/** A process that has ended, and of which its parent has not yet been told. */
const DEAD = 'ZXx';

/** Boot and start time of a process on Linux; see proc_pid_stat(5): field 22, counted from 3, behind the name in brackets. */
function bornOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return DEAD.includes(fields[0]) ? 'dead' : `${boot} ${fields[19]}`;
  } catch {
    return undefined;
  }
}
