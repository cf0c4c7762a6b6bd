import { address } from './address.ts';
import { age } from './age.ts';
import { date } from './date.ts';
import { email } from './email.ts';
import type { Kind } from './kind.ts';
import { name } from './name.ts';
import { phone } from './phone.ts';
import { place } from './place.ts';
import { record } from './record.ts';
import { web } from './web.ts';

/** Every kind of identifier that is masked, in the order in which they are listed. */
export const kinds: readonly Kind[] = [name, place, address, date, age, phone, email, web, record];
