/** Asks again and again until the answer is yes. */
export async function until(
  isTrue: () => boolean | Promise<boolean>,
  { within = 50_000, every = 20 } = {},
): Promise<void> {
  const deadline = Date.now() + within;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(`It did not become true within ${within} ms.`);
    await new Promise((done) => setTimeout(done, every));
  }
}
