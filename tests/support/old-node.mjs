/** Begins as `npm start` does, on a Node.js that says it is an old one. */
Object.defineProperty(process.versions, 'node', { value: '20.19.5' });
const { checkNode } = await import('../../scripts/steps.mjs');
checkNode();
console.log('went on');
