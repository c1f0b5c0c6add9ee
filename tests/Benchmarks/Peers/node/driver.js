'use strict';

// node --expose-gc PEER.js DOCUMENTS QUESTIONS OUT: builds the peer's index and asks it every question twice; the second round is timed.
// DOCUMENTS and QUESTIONS are one JSON object a line. OUT gets a first line about the index, then one line a question, in their order.
const fs = require('node:fs');
const path = require('node:path');

const Hits = 10;

const read = file => fs.readFileSync(file, 'utf8').split('\n').filter(line => line).map(line => JSON.parse(line));

const memory = () => {
  global.gc?.();
  return process.memoryUsage().rss / 1e6;
};

/** Lower case without marks; đ is a letter of its own, which taking marks off leaves. */
const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd');

/** The best of each answer: it has an entry in each language. */
const best = hits => {
  const found = new Map();
  for (const [id, score] of hits) {
    if (!(found.get(id) >= score)) {
      found.set(id, score);
    }
  }

  return [...found].sort((a, b) => b[1] - a[1]).slice(0, Hits);
};

const version = name => JSON.parse(fs.readFileSync(path.join(__dirname, 'node_modules', name, 'package.json'), 'utf8')).version;

/** @param build takes documents and gives (a promise of) a function from a question to [id, score] pairs */
const run = async (name, build) => {
  const [documentsFile, questionsFile, outFile] = process.argv.slice(2);
  const before = memory();
  const documents = read(documentsFile);
  const started = performance.now();
  const ask = await build(documents);
  const buildMs = performance.now() - started;
  const questions = read(questionsFile);
  for (const question of questions) {
    await ask(question.text);
  }

  const lines = [];
  for (const question of questions) {
    const asked = performance.now();
    const hits = best(await ask(question.text));
    lines.push(JSON.stringify({ ms: performance.now() - asked, hits: hits.map(([id, score]) => ({ id, score })) }));
  }

  lines.unshift(JSON.stringify({ name, buildMs, memoryMb: memory() - before }));
  fs.writeFileSync(outFile, lines.join('\n') + '\n');
};

module.exports = { fold, run, version };
