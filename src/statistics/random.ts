/**
 * A generator of numbers in [0, 1) with 53 bits: the Mersenne Twister of Matsumoto & Nishimura 1998 (MT19937), seeded by
 * their `init_by_array`. The same seed gives the same numbers as Python's `random.Random(seed)`, so that anyone can draw
 * our samples again.
 */
export function random(seed: number): () => number {
  const size = 624;
  const state = new Uint32Array(size);
  state[0] = 19650218;
  for (let i = 1; i < size; i++) state[i] = Math.imul(1812433253, state[i - 1] ^ (state[i - 1] >>> 30)) + i;
  let i = 1;
  const step = (factor: number, add: number) => {
    state[i] = (state[i] ^ Math.imul(state[i - 1] ^ (state[i - 1] >>> 30), factor)) + add;
    if (++i < size) return;
    state[0] = state[size - 1];
    i = 1;
  };
  for (let k = 0; k < size; k++) step(1664525, seed >>> 0);
  for (let k = 1; k < size; k++) step(1566083941, -i);
  state[0] = 0x80000000;

  let next = size;
  const twist = () => {
    for (let k = 0; k < size; k++) {
      const y = (state[k] & 0x80000000) | (state[(k + 1) % size] & 0x7fffffff);
      state[k] = state[(k + 397) % size] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    next = 0;
  };
  const word = () => {
    if (next === size) twist();
    let y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  };
  return () => {
    const a = word() >>> 5;
    const b = word() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  };
}
