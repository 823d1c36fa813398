'use client';

/** The name in this tab's storage of what was typed when the session turned out to have ended. */
const DRAFT = 'zendrhax.new-key';

type Draft = { workspaceId: string; fields: [name: string, value: string][] };

/** Keeps what was typed, for after the sign-in. It never holds a key. */
export function keepDraft(workspaceId: string, form: FormData): void {
  const fields = [...form].map(([name, value]) => [name, String(value)]);
  sessionStorage.setItem(DRAFT, JSON.stringify({ workspaceId, fields }));
}

/** Fills a form in with what was typed for this workspace. @returns whether something was */
export function takeDraft(form: HTMLFormElement, workspaceId: string): boolean {
  const draft: Draft | null = JSON.parse(sessionStorage.getItem(DRAFT) ?? 'null');
  if (draft?.workspaceId !== workspaceId) return false;
  sessionStorage.removeItem(DRAFT);
  for (const [name, value] of draft.fields) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
      control.value = value;
    }
  }
  return true;
}
