/** Scores a fixture and keeps what V8 compiled for it: later starts need not. */
const { writeFileSync } = require('node:fs');

process.argv.push('score', 'fixtures/visits/checkup.txt');
const { keepCompiled } = require('../dist/start.cjs');
process.on('exit', () => keepCompiled(writeFileSync));
