import { anyOf, type Condition, spokenFloor } from './condition.ts';

export const afterPlan: Condition = {
  id: 'after-plan',
  costly: true,
  about:
    "The other side's last floor is about what to do: a shared-decision moment, or a word of planning; back-channels are passed over.",
  test: (context) => {
    const { memory, turns } = context;
    return spokenFloor(context).some((p) => {
      for (const code of memory.codesOf(p)) if (code.startsWith('sdm.')) return true;
      const text = turns[p];
      return anyOf(context, 'PlanTalk', text.from, text.to, text);
    });
  },
};
