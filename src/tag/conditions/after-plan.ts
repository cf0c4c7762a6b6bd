import { isTold, TOLD } from '../memory.ts';
import { anyOf, type Condition, spokenFloor } from './condition.ts';

export const afterPlan: Condition = {
  id: 'after-plan',
  costly: true,
  about:
    "The other side's last floor is about what to do: a shared-decision moment, or a word of planning; back-channels are passed over.",
  test: (context) => {
    const { memory, turns, lists } = context;
    const floor = spokenFloor(context);
    if (isTold(memory, floor, TOLD.decision)) return true;
    for (let p = floor.from; p < floor.to; p += 1) {
      if (anyOf(lists.PlanTalk, turns[p], turns[p].from, turns[p].to)) return true;
    }
    return false;
  },
};
