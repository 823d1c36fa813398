'use client';

/**
 * What was typed when the session turned out to have ended. It stays in this tab until the person has
 * signed in again and generates the key. It never holds a key.
 */
const DRAFT = 'zendrhax.new-key';

type Draft = { workspaceId: string; fields: [name: string, value: string][] };

export function keepDraft(workspaceId: string, form: FormData): void {
  const fields = [...form].map(([name, value]) => [name, String(value)]);
  sessionStorage.setItem(DRAFT, JSON.stringify({ workspaceId, fields }));
}

export const dropDraft = () => sessionStorage.removeItem(DRAFT);

/** Fills a form in with what was typed for this workspace. @returns whether something was */
export function fillIn(form: HTMLFormElement, workspaceId: string): boolean {
  const draft: Draft | null = JSON.parse(sessionStorage.getItem(DRAFT) ?? 'null');
  if (draft?.workspaceId !== workspaceId) return false;
  for (const [name, value] of draft.fields) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
      control.value = value;
    }
  }
  return true;
}
