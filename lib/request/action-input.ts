/** The longest arguments that a page sends, without the form among them, are those of an edit. */
const MAX_CHARACTERS = 100_000;
const MAX_LEVELS = 8;

/** What React writes with a `$` before it and our pages send: such a text, nothing, a form. */
const KNOWN = /^\$(?:\$|undefined$|K[\da-f]{1,4}$)/;

/**
 * Whether what is posted to a page can be read as the input of a server action, or is none. React
 * throws at references to what is not there, at huge numbers and at many levels, and Next.js answers
 * that with 500.
 * @param isAction whether the browser names the action in a header, as it does with JavaScript
 */
export function isReadableForm(form: FormData, isAction: boolean): boolean {
  if (isAction) return isReadableInput(form.get('0'));
  // Without JavaScript: `$ACTION_REF_1` is there, `$ACTION_1:0` names the action, `$ACTION_1:1` has
  // the arguments that the page gave it.
  return [...form].every(([name, value]) => {
    const [, action] = /^\$ACTION_REF_(.*)$/s.exec(name) ?? [];
    if (action !== undefined) return isReference(form, action);
    return !/^\$ACTION_.*:(?!0$)/s.test(name) || isReadableInput(value);
  });
}

/** {@link isReadableForm} for arguments alone, as JSON. */
export function isReadableInput(json: unknown): boolean {
  if (typeof json !== 'string' || json.length > MAX_CHARACTERS) return false;
  const input = parsed(json);
  return Array.isArray(input) && isPlain(input, MAX_LEVELS);
}

function isReference(form: FormData, action: string): boolean {
  const reference = parsed(form.get(`$ACTION_${action}:0`));
  if (!reference || typeof reference !== 'object') return false;
  const { id, bound } = { id: null, bound: null, ...reference };
  const isBound = bound === '$@1' && form.has(`$ACTION_${action}:1`);
  return typeof id === 'string' && (bound === null || isBound);
}

function isPlain(value: unknown, levels: number): boolean {
  if (typeof value === 'string') return !value.startsWith('$') || KNOWN.test(value);
  if (!value || typeof value !== 'object') return true;
  return levels > 0 && Object.values(value).every((inner) => isPlain(inner, levels - 1));
}

function parsed(json: unknown): unknown {
  try {
    return JSON.parse(String(json));
  } catch {
    return undefined;
  }
}
