'use client';

/** The names in this tab's storage begin so. */
const DRAFTS = 'zendrhax.draft';

type Fields = [name: string, value: string][];

const isControl = (element: Element) =>
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !['hidden', 'password'].includes(element.type));

/** What opens something, and so must be kept nowhere: an API key, the code of a mailed link. */
const isSecret = (name: string, value: string) => name === 'token' || /sk_[0-9a-f]{8}/i.test(value);

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const controlsOf = (form: HTMLFormElement) => [...form.elements].filter(isControl) as Control[];

/** A form of this page, as whoever sees it: the next person in this tab must not find it. */
function nameOf(form: HTMLFormElement): string {
  const { user = '', workspace = '' } =
    document.querySelector<HTMLElement>('header[data-user]')?.dataset ?? {};
  const first = controlsOf(form)[0]?.id ?? '';
  return [DRAFTS, user, workspace, location.pathname, first].join(' ');
}

/** What is typed into a form. A browser may forbid to keep anything: then it is not kept. */
export type Draft = {
  /** for when the page is opened again in this tab */
  keep: () => void;
  drop: () => void;
};

/**
 * Reads what is typed into a form, which may be gone by the time that it must be kept. Passwords and
 * keys are left out.
 */
export function draftOf(form: HTMLFormElement): Draft {
  const name = nameOf(form);
  const known = new Set(controlsOf(form).map((control) => control.name));
  const fields: Fields = [...new FormData(form)]
    .filter(([field]) => known.has(field))
    .map(([field, value]): Fields[number] => [field, String(value)])
    .filter(([field, value]) => !isSecret(field, value));
  return {
    keep: () =>
      inStorage((kept) => fields.length > 0 && kept.setItem(name, JSON.stringify(fields))),
    drop: () => inStorage((kept) => kept.removeItem(name)),
  };
}

/** Keeps what was typed into any form of the page, which is about to be left for sign-in. */
export function keepDrafts(): void {
  for (const form of document.forms) {
    const isTouched = controlsOf(form).some(isChanged);
    if (isTouched) draftOf(form).keep();
  }
}

/** Whether a control is no longer as the page showed it. */
function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const shown = [...control.options].findIndex((option) => option.defaultSelected);
    return control.selectedIndex !== Math.max(shown, 0);
  }
  const isChecked =
    control instanceof HTMLInputElement && control.checked !== control.defaultChecked;
  return isChecked || control.value !== control.defaultValue;
}

/** Fills a form in with what was typed into it. @returns whether something was */
export function takeDraft(form: HTMLFormElement): boolean {
  const fields = read(nameOf(form));
  for (const control of controlsOf(form)) {
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)) {
      if (fields.length > 0) control.checked = values.includes(control.value);
    } else if (values[0] !== undefined) control.value = values[0];
  }
  return fields.length > 0;
}

function read(name: string): Fields {
  const kept = inStorage((storage) => {
    const found = storage.getItem(name);
    storage.removeItem(name);
    return found;
  });
  return JSON.parse(kept ?? '[]');
}

/** A browser that forbids its storage throws at the very name of it. */
function inStorage<Result>(work: (storage: Storage) => Result): Result | undefined {
  try {
    return work(sessionStorage);
  } catch {
    return undefined;
  }
}
