import { holdFields } from './hold-fields';

type Props = {
  nonce: string | undefined;
  /** said while a click waits */
  waiting: string;
  /** said when the scripts do not come */
  failed: string;
};

/**
 * Inline scripts that hold clicks, and what is filled in, until the page answers to them: on a slow
 * line that takes seconds. They belong before all that can be clicked, with {@link PageReady}.
 */
export function BeforeReady({ nonce, waiting, failed }: Props) {
  const words = JSON.stringify([waiting, failed]).replaceAll('<', '\\u003c');
  return (
    <script
      nonce={nonce}
      // Browsers hide the nonce from scripts, and so from React.
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: it is our own code
      dangerouslySetInnerHTML={{ __html: `(${holdClicks})(${holdFields},...${words})` }}
    />
  );
}

/**
 * Runs in the browser, on its own. Of several clicks the last one counts: it is repeated once the
 * page is ready. Links and forms that work without script are left to the browser.
 */
function holdClicks(holding: typeof holdFields, waiting: string, failed: string): void {
  const noted = { capture: true };
  const fields = holding();
  type Held = { button: HTMLElement | null; repeat: (button: HTMLElement | null) => void };
  let held: (Held & { heir: () => HTMLElement | null }) | null = null;
  let note: HTMLElement | null = null;
  let isBroken = false;

  function say(text: string, role: 'status' | 'alert') {
    note?.remove();
    note = document.createElement('output');
    note.role = role;
    note.className =
      'fixed inset-x-4 bottom-4 z-50 mx-auto w-fit rounded-control border border-line bg-surface px-4 py-3 text-sm shadow-overlay';
    document.body.append(note);
    // Screen readers announce what changes in an element that is there.
    setTimeout((element: HTMLElement) => element.append(text), 0, note);
  }

  function hold(event: Event, { button, repeat }: Held) {
    event.preventDefault();
    held?.button?.removeAttribute('aria-busy');
    if (isBroken) return say(failed, 'alert');
    if (!held) say(waiting, 'status');
    held = { button, repeat, heir: fields.heirOf(button) };
    button?.setAttribute('aria-busy', 'true');
  }

  function click(event: MouseEvent) {
    const button = (event.target as Element).closest('button');
    if (button?.type !== 'button' || button.popoverTargetElement) return;
    hold(event, { button, repeat: (now) => now?.click() });
  }

  function submit(event: SubmitEvent) {
    const form = event.target as HTMLFormElement;
    const { submitter: button } = event;
    if (form.hasAttribute('action')) return;
    const formNow = (now: HTMLElement | null) => (now as HTMLButtonElement | null)?.form ?? form;
    hold(event, { button, repeat: (now) => formNow(now).requestSubmit(now) });
  }

  function fail({ target }: Event) {
    if (!(target instanceof HTMLScriptElement)) return;
    isBroken = true;
    held?.button?.removeAttribute('aria-busy');
    if (held) say(failed, 'alert');
    held = null;
  }

  function ready() {
    removeEventListener('click', click, noted);
    removeEventListener('submit', submit, noted);
    removeEventListener('error', fail, noted);
    note?.remove();
    held?.button?.removeAttribute('aria-busy');
    // The router is ready when all effects have run, of which this is one.
    setTimeout(() => {
      fields.restore();
      held?.repeat(held.heir());
    });
  }

  addEventListener('click', click, noted);
  addEventListener('submit', submit, noted);
  addEventListener('error', fail, noted);
  addEventListener('page-ready', ready, { once: true });
}
