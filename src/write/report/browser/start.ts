/** The page's script. A report of one visit can be read without it. */
import { startCard } from './card.ts';
import { startFilter } from './filter.ts';
import { startKeys } from './keys.ts';
import { visitData } from './page-data.ts';
import { startPrint } from './print.ts';
import { startRoute } from './route.ts';
import { openVisit } from './shown.ts';
import { startSort } from './sort.ts';

document.documentElement.classList.add('live');
startCard();
startKeys();
startPrint();
if (visitData(2)) {
  startSort();
  startRoute();
} else {
  openVisit(1);
  startFilter();
}
