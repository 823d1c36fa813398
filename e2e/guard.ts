import type { BrowserContext, ConsoleMessage, WebError } from '@playwright/test';

/** Collects what a browser complains of, in every context that it watches. */
export class Guard {
  private readonly complaints: string[] = [];
  private readonly allowed: RegExp[] = [];

  watch(context: BrowserContext): void {
    context.on('console', this.hear);
    context.on('weberror', this.see);
  }

  /** The context goes to the next test. */
  leave(context: BrowserContext): void {
    context.off('console', this.hear);
    context.off('weberror', this.see);
  }

  /** Says that answers with these statuses are what the test wants; the console mentions them. */
  allowStatus(...statuses: number[]): void {
    this.allowed.push(new RegExp(`^Failed to load resource.*status of (${statuses.join('|')})`));
  }

  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  get unexpected(): string[] {
    return this.complaints.filter((text) => !this.allowed.some((pattern) => pattern.test(text)));
  }

  private readonly hear = (message: ConsoleMessage) => {
    // Chromium reports violations of the Content-Security-Policy as errors too.
    if (message.type() !== 'error') return;
    this.complaints.push(`${message.text()} ${message.location().url}`);
  };

  private readonly see = (error: WebError) => this.complaints.push(error.error().message);
}
