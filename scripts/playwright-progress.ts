/** What Playwright says in `npm test`: how far it is, and all of what fails. */
import type {
  FullConfig,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
} from '@playwright/test/reporter';

const SAY_EVERY_MS = 10_000;

export default class PlaywrightProgress implements Reporter {
  all = 0;
  passed = 0;
  failed = 0;
  saidAt = Date.now();

  onBegin(_config: FullConfig, suite: Suite) {
    this.all = suite.allTests().length;
  }

  onTestEnd(test: TestCase, result: TestResult) {
    if (result.status === test.expectedStatus) this.passed++;
    else this.tell(test, result);
    const done = this.passed + this.failed;
    if (done < this.all && Date.now() - this.saidAt < SAY_EVERY_MS) return;
    this.saidAt = Date.now();
    console.log(`  ${done} of ${this.all} browser tests: ${this.failed} failed`);
  }

  private tell(test: TestCase, { errors, attachments }: TestResult) {
    this.failed++;
    const { file, line } = test.location;
    console.error(`✗ ${file}:${line} ${test.titlePath().filter(Boolean).join(' › ')}`);
    for (const { stack, message, snippet } of errors) {
      console.error([stack ?? message, snippet].filter(Boolean).join('\n'));
    }
    for (const { path } of attachments) if (path) console.error(`  ${path}`);
  }

  onError({ stack, message }: TestError) {
    console.error(stack ?? message);
  }

  printsToStdio() {
    return true;
  }
}
