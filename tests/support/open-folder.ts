/** Opens the data folder that its argument names, as another Zendrhax process would. */
import { openEmbeddedDatabase } from '@/lib/database/embedded';

try {
  await openEmbeddedDatabase(String(process.argv[2])).waitReady;
  console.log('opened');
} catch (error) {
  const { name, message } = error as Error;
  console.log(`${name}: ${message}`);
}
process.exit(0);
