import { generateClient } from '@/scripts/steps.mjs';

/** Whatever is tested, it imports the database client. */
export default generateClient;
