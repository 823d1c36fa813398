/** Connects to the Redis of its settings, and says in the log what comes of it. */
import { redis } from '@/lib/limits/redis';

redis();
