/** Whether a browser forgets it is its own matter: then the shortcut is on. */
const STORED_AS = 'find-by-slash';

/**
 * Whether / opens the search. A shortcut of one character can be turned off (WCAG 2.2, 2.1.4): whoever
 * dictates, or presses keys by accident, would open it time and again.
 */
export function opensBySlash(): boolean {
  try {
    return localStorage.getItem(STORED_AS) !== 'off';
  } catch {
    return true;
  }
}

export function openBySlash(isOn: boolean): void {
  try {
    localStorage.setItem(STORED_AS, isOn ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing for us keeps the shortcut.
  }
}
