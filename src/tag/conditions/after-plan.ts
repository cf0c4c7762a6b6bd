import { anyOf, type Condition } from './condition.ts';

export const afterPlan: Condition = {
  id: 'after-plan',
  about: "The other side's last floor is about what to do: a shared-decision moment, or a word of planning.",
  test: (context) => {
    const { memory, position, turns } = context;
    return memory.floorBefore(position).some((p) => {
      for (const code of memory.codesOf(p)) if (code.startsWith('sdm.')) return true;
      const text = turns[p];
      return anyOf({ ...context, text }, 'PlanTalk', 0, text.ids.length);
    });
  },
};
