import type { Outcome } from '@/components/dialogs/confirm-question';
import type { FormState } from '@/components/forms/form-action';
import { explain, type Sentences } from './explain';

type Fields = Record<string, string>;

/** Names of fields that are never sent back to the browser. */
const SECRET = /password|token/i;

/**
 * The text fields of a form with these names, as a domain verb takes them. Other fields are left
 * out; missing ones are empty.
 */
export function fieldsOf<Name extends string>(form: unknown, ...names: Name[]) {
  const read = (name: string) => (form instanceof FormData ? form.get(name) : null);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return Object.fromEntries(names.map((name) => [name, text(read(name))])) as Record<Name, string>;
}

/** All texts of a form that have one name, as those of check boxes. */
export function textsOf(form: unknown, name: string): string[] {
  const all = form instanceof FormData ? form.getAll(name) : [];
  return all.filter((value) => typeof value === 'string');
}

/**
 * Does the work of a form, and explains a refusal in the reader's language.
 * @param fields what was typed. It is shown again after a refusal, except passwords and tokens.
 * @param sentences see {@link explain}
 * @throws as {@link explain}
 */
export async function attempt(
  fields: Fields,
  work: () => Promise<FormState>,
  sentences?: Sentences,
): Promise<FormState> {
  try {
    return await work();
  } catch (error) {
    const shown = Object.entries(fields).filter(([name]) => !SECRET.test(name));
    return { ...(await explain(error, sentences)), values: Object.fromEntries(shown) };
  }
}

/**
 * Does the work of a dialog, and explains a refusal in the reader's language.
 * @param work returns what it did, in a sentence, where that is to be said
 * @param sentences see {@link explain}
 * @throws as {@link explain}
 */
export async function outcomeOf(
  work: () => Promise<string | undefined>,
  sentences?: Sentences,
): Promise<Outcome> {
  try {
    return { ok: true, message: await work() };
  } catch (error) {
    const { message, errors } = await explain(error, sentences);
    return { ok: false, message: message ?? Object.values(errors).join(' ') };
  }
}
