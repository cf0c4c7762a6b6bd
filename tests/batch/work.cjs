/** A work for tests: a visit a word of an input's content; some words do harm to who reads them. */
exports.begin = async () =>
  function* (task) {
    const items = [];
    let text = '';
    const put = (item) => items.push({ ...item, end: Buffer.byteLength(text) });
    for (const [input, from] of task.inputs.entries()) {
      const reply = yield { input };
      if (reply === 'stop') break;
      if (reply === 'skip') {
        put({ problem: { code: 'worker.died', file: from.name, what: 'died of reading', fix: 'None.' } });
        continue;
      }
      const words = Buffer.from(from.content).toString().split(' ');
      if (words.includes('unreadable')) process.exit(1);
      for (const id of words) {
        const visit = { id, kind: 'note', source: from.name };
        const again = yield { input, visit };
        if (again === 'stop') break;
        if (again === 'skip') {
          put({ visit, problem: { code: 'worker.died', file: from.name, what: 'died', fix: 'None.', visit: id } });
          continue;
        }
        if (id.startsWith('exit')) process.exit(1);
        if (id.startsWith('memory')) for (const held = []; ; ) held.push(new Array(100_000).fill(held.length));
        text += `${id}\n`;
        put({ visit });
      }
    }
    return { index: task.index, bytes: task.bytes, items, text: Buffer.from(text) };
  };
