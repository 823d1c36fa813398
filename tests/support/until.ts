const GIVE_UP_AFTER_MS = 50_000;
const ASK_EVERY_MS = 20;

/**
 * Asks again and again until the answer is yes. How long that may take is nothing that a test says: on
 * a busy machine all takes long. The bound only ends a test whose answer never comes.
 */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + GIVE_UP_AFTER_MS;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error('It did not become true.');
    await new Promise((done) => setTimeout(done, ASK_EVERY_MS));
  }
}
