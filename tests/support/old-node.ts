/** Begins as `npm start` does, on a Node.js that says it is an old one. */
import { checkNode } from '@/scripts/steps.mjs';

Object.defineProperty(process.versions, 'node', { value: '20.19.5' });
checkNode();
console.log('went on');
