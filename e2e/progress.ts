import type { FullConfig, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';

const MARKS = { passed: '✓', failed: '✗', timedOut: '✗', interrupted: '-', skipped: '-' };

const say = (line?: string) => process.stdout.write(`${line}\n`);

/** Prints a line for each test that has ended, with how far the run is, and what failed at once. */
class Progress implements Reporter {
  private total = 0;
  private ended = 0;
  private failed: string[] = [];
  private began = Date.now();

  onBegin(_config: FullConfig, suite: Suite): void {
    this.total = suite.allTests().length;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.ended += 1;
    const { location, title } = test;
    const name = `${location.file.replace(/.*\/e2e\//, 'e2e/')}:${location.line} › ${title}`;
    const seconds = `${(result.duration / 1000).toFixed(1)} s`;
    say(`[${this.ended}/${this.total}] ${MARKS[result.status]} ${name} (${seconds})`);
    if (test.ok()) return;
    this.failed.push(name);
    for (const { message, stack, snippet } of result.errors) {
      say([stack ?? message, snippet].filter(Boolean).join('\n'));
    }
  }

  onError(error: { message?: string; stack?: string }): void {
    say(error.stack ?? error.message);
  }

  onStdOut(text: string | Buffer): void {
    process.stdout.write(text);
  }

  onEnd(): void {
    for (const name of this.failed) say(`✗ ${name}`);
    const passed = this.ended - this.failed.length;
    const seconds = Math.round((Date.now() - this.began) / 1000);
    say(`${passed} passed, ${this.failed.length} failed, in ${seconds} s`);
  }
}

export default Progress;
