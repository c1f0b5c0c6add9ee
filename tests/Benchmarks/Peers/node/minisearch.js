'use strict';

const MiniSearch = require('minisearch');
const { fold, run, version } = require('./driver');

// Marks are taken off on both sides, as its documentation advises for languages that have them; typing errors by its own fuzzy search,
// not for short words, where one letter more or less is another word.
const searchOptions = {
  boost: { question: 2, variants: 2, title: 1 },
  fuzzy: term => (term.length > 4 ? 0.2 : false),
  prefix: false,
  combineWith: 'OR',
};

run(`MiniSearch ${version('minisearch')}`, documents => {
  const index = new MiniSearch({
    fields: ['question', 'variants', 'title', 'body'],
    storeFields: ['answer'],
    extractField: (document, field) => (field === 'variants' ? document.variants.join('\n') : document[field]),
    processTerm: fold,
    searchOptions,
  });
  index.addAll(documents.map(({ id, ...fields }, number) => ({ ...fields, answer: id, id: number })));
  return text => index.search(text).map(hit => [hit.answer, hit.score]);
});
