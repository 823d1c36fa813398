import { createTranslator } from 'next-intl';
import en from '@/messages/en.json' with { type: 'json' };
import es from '@/messages/es.json' with { type: 'json' };

export type Language = 'en' | 'es';
export type Words = (typeof words)['en'];

/** The sentences of the UI in one language, as its messages file has them. */
// A Spanish sentence that is missing is told by tests/unit/messages.test.ts, by name.
export const words = {
  en: createTranslator({ locale: 'en', messages: en }),
  es: createTranslator({ locale: 'es', messages: es as typeof en }),
};

let spoken: Language = 'en';

/** What the test that runs in this worker speaks: the language of its browser, and of whom it makes. */
export const language = () => spoken;

/** @param locale of the browser: half of the specs say `test.use({ locale: 'es-ES' })` */
export function speak(locale: string | undefined): void {
  spoken = locale?.startsWith('es') ? 'es' : 'en';
}

/** A sentence of the UI in the language of the test. */
export const t = ((...sentence: Parameters<Words>) => words[spoken](...sentence)) as Words;
