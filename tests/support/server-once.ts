import { build } from '@/scripts/steps.mjs';
import { ensureTestTools } from '@/scripts/test-tools.mjs';

/** Builds what the servers of these tests serve, and finds the programs that they are tested with. */
export default async function setup() {
  await ensureTestTools();
  await build();
}
