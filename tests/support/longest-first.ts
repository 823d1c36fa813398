import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longer than it is long. Begun last, one of these would leave the other threads idle. */
const LONGEST = [
  'server/start',
  'server/firefox',
  'server/demo',
  'server/lighthouse',
  'server/samples',
  'server/two-ways',
  'server/odd-arguments',
  'server/fuzz',
  'integration/api-keys/revocation-is-immediate',
  'integration/only-pglite/kill',
  'integration/only-postgres/kill',
  'unit/patterns',
].map((name) => `/tests/${name}.test.ts`);

/** @returns its place among those that take longest, or the one after them all */
function placeOf({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((name) => moduleId.endsWith(name));
  return place < 0 ? LONGEST.length : place;
}

/** Begins each project with the files that take longest; the largest follow, as usual. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const projects = [...new Set(usual.map(({ project }) => project))];
    const turnOf = ({ project }: TestSpecification) => projects.indexOf(project);
    return usual.toSorted((a, b) => turnOf(a) - turnOf(b) || placeOf(a) - placeOf(b));
  }
}
