/** An instance that does nothing but send mails, until it is killed. Its settings are in its environment. */
import { startJobs, type Works } from '@/lib/jobs/start-jobs';
import { sendQueued } from '@/lib/mail/send-queued';

startJobs({ mail: sendQueued } as Works, []);
console.log('started');
setInterval(() => {}, 60_000);
