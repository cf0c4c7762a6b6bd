import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Many tests start the built program, some of them often.
    testTimeout: 60_000,
    // One worker for each of two cores: what waits for a started program leaves its core to others.
    maxWorkers: 2,
  },
});
