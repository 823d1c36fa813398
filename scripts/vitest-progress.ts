/** What vitest says in `npm test`: how far it is, and all of what fails. */
import { DefaultReporter, type TestModule, type TestSpecification } from 'vitest/node';

const SAY_EVERY_MS = 10_000;

export default class VitestProgress extends DefaultReporter {
  all = 0;
  files = 0;
  tests = { passed: 0, failed: 0, skipped: 0, pending: 0 };
  saidAt = Date.now();

  constructor() {
    super({ summary: false });
  }

  override onTestRunStart(specifications: readonly TestSpecification[]) {
    super.onTestRunStart(specifications);
    this.all = specifications.length;
  }

  override onTestModuleEnd(module: TestModule) {
    if (!module.ok()) super.onTestModuleEnd(module);
    for (const test of module.children.allTests()) this.tests[test.result().state]++;
    this.files++;
    if (this.files < this.all && Date.now() - this.saidAt < SAY_EVERY_MS) return;
    this.saidAt = Date.now();
    const { passed, failed } = this.tests;
    console.log(`  ${this.files} of ${this.all} files: ${passed} tests passed, ${failed} failed`);
  }
}
