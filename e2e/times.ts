import { createFormatter } from 'next-intl';
import { type Form, momentIn } from '@/lib/i18n/moment';
import { BROWSER_TIME_ZONE } from '@/tests/support/odd-world';
import type { Language } from './language';

/** How a page tells a time in the browser of these tests. */
export const toldIn = (language: Language, at: Date, form: Form): string =>
  momentIn(createFormatter({ locale: language }), BROWSER_TIME_ZONE, at, form);
