/**
 * Loaded before the program (`--require`): whatever could reach a network, or start a program that could, ends the run with a
 * message instead.
 */
const { writeSync } = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const MODULES = ['net', 'tls', 'dgram', 'dns', 'dns/promises', 'http', 'https', 'http2', 'child_process', 'cluster'];

function refuse(name) {
  return () => {
    writeSync(2, `${name} was called\n`);
    process.exit(99);
  };
}

for (const id of MODULES) {
  const loaded = require(`node:${id}`);
  for (const [name, value] of Object.entries(loaded)) {
    // Classes have to stay what they are: Node itself makes a socket of a standard output that is a pipe.
    if (typeof value === 'function' && /^[a-z]/.test(name)) loaded[name] = refuse(`${id}.${name}`);
  }
}
require('node:net').Socket.prototype.connect = refuse('net.Socket.connect');
for (const name of ['fetch', 'WebSocket', 'EventSource']) globalThis[name] = refuse(name);
syncBuiltinESMExports();
