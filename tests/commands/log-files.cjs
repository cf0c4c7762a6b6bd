// Preloaded into the program by a test: notes what it does to files, in order, in the file that LOG_FILES names.
const fs = require('node:fs');

const { openSync, writeSync, fdatasyncSync, fsyncSync, renameSync, appendFileSync } = fs;
const names = new Map();
const note = (what, name) => appendFileSync(process.env.LOG_FILES, `${what} ${name}\n`);

fs.openSync = (path, ...rest) => {
  const file = openSync(path, ...rest);
  names.set(file, String(path));
  return file;
};
for (const [what, action] of Object.entries({ write: writeSync, fdatasync: fdatasyncSync, fsync: fsyncSync })) {
  fs[`${what}Sync`] = (file, ...rest) => {
    if (names.has(file)) note(what, names.get(file));
    return action(file, ...rest);
  };
}
fs.renameSync = (from, to) => {
  note('rename', to);
  return renameSync(from, to);
};
