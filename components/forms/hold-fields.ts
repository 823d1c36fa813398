type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Runs in the browser, on its own, as part of `BeforeReady`. An extension may put an element beside a
 * field before React takes over. React then draws the page anew, with other fields and buttons in the
 * place of those that were there. This knows which is which, and gives back what was filled in.
 */
export function holdFields() {
  const before = new Map<Element, string>();
  let focused: Element | null = null;

  /** Fields and buttons, each by what tells it apart, and by which of several alike it is. */
  function places(): Map<string, HTMLElement> {
    const found = new Map<string, HTMLElement>();
    for (const element of document.querySelectorAll<HTMLElement>('input,select,textarea,button')) {
      const { localName, id, textContent } = element;
      const { name, type, value } = element as HTMLInputElement;
      const isChoice = type === 'radio' || type === 'checkbox';
      const traits = [
        localName,
        id,
        name,
        isChoice && value,
        localName === 'button' && textContent,
      ];
      let nth = 0;
      const place = () => JSON.stringify([...traits, nth]);
      while (found.has(place())) nth++;
      found.set(place(), element);
    }
    return found;
  }

  function remember() {
    for (const [place, element] of places()) before.set(element, place);
  }

  function heirOf<Type extends Element>(element: Type | null): () => Type | null {
    if (element && !before.has(element)) remember();
    const place = element && before.get(element);
    return () => {
      if (!place || element.isConnected) return element;
      return (places().get(place) as Element | undefined as Type | undefined) ?? null;
    };
  }

  /** Past React, which then takes it for what a person typed. */
  function fill(heir: Control, { value }: Control) {
    const kind = Object.getPrototypeOf(heir);
    Object.getOwnPropertyDescriptor(kind, 'value')?.set?.call(heir, value);
    for (const type of ['input', 'change']) heir.dispatchEvent(new Event(type, { bubbles: true }));
  }

  function restore() {
    removeEventListener('input', note, true);
    removeEventListener('focusin', note, true);
    removeEventListener('DOMContentLoaded', remember);
    const after = places();
    for (const [old, place] of before) {
      const heir = after.get(place) as Control | undefined;
      if (old.isConnected || !heir || old.localName === 'button') continue;
      const { value, type, checked } = old as HTMLInputElement;
      if (type === 'radio' || type === 'checkbox') {
        if (checked !== (heir as HTMLInputElement).checked && (checked || type === 'checkbox'))
          heir.click();
      } else if (value !== heir.value) fill(heir, old as Control);
      if (old === focused && document.activeElement === document.body) heir.focus();
    }
  }

  function note({ target }: Event) {
    if (!(target instanceof Element)) return;
    focused = target;
    if (!before.has(target)) remember();
  }

  addEventListener('input', note, true);
  addEventListener('focusin', note, true);
  addEventListener('DOMContentLoaded', remember);
  return { heirOf, restore };
}
