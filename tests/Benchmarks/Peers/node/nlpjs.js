'use strict';

const { dockStart } = require('@nlpjs/basic');
const { fold, run, version } = require('./driver');

// It has no stemmer for Vietnamese and falls back to plain words without marks. One language for all: an intent holds both languages' phrasings.
// It learns what people say to mean a thing: with titles and texts as phrasings it gets fewer right (and trains ten times as long), so
// they are its phrasings only where there are no others.
const Language = 'vi';

run(`nlp.js ${version('@nlpjs/basic')}`, async documents => {
  const dock = await dockStart({
    use: ['Basic'],
    settings: { nlp: { languages: [Language], autoSave: false, forceNER: false, nlu: { log: false, useNoneFeature: true } } },
  });
  const nlp = dock.get('nlp');
  for (const { id, question, variants, body } of documents) {
    for (const text of variants.length ? [question, ...variants] : [question, ...body.split('\n').filter(line => line.trim())]) {
      nlp.addDocument(Language, fold(text), id);
    }
  }

  await nlp.train();
  return async text => {
    const { classifications } = await nlp.process(Language, fold(text));
    return classifications.filter(c => c.intent !== 'None').map(c => [c.intent, c.score]);
  };
});
