using Outreach.Content.Search.Learning;
using Outreach.Content.Shared;

namespace Outreach.Content.Search;

/// <summary>Makes the tables of an index from entries.</summary>
internal sealed class IndexBuilder(SynonymTable synonyms, Tuning tuning)
{
    private readonly Vocabulary _vocabulary = new();
    private readonly Postings.Builder _words = new();
    private readonly Postings.Builder _marked = new();
    private readonly Postings.Builder _pairs = new();
    private readonly TermCounts _wordCounts = new();
    private readonly TermCounts _markedCounts = new();
    private readonly TermCounts _pairCounts = new();

    public IndexTables Build(SearchEntry[] entries)
    {
        var expansions = new Expansions(synonyms);
        var reader = new EntryReader(_vocabulary, expansions);
        var read = ReadEntry.Of(entries, reader);
        var lengths = new double[4];
        for (var e = 0; e < read.Length; e++)
        {
            for (var f = 0; f < lengths.Length; f++)
            {
                lengths[f] += read[e].Length(f);
            }
        }

        for (var e = 0; e < read.Length; e++)
        {
            Count(read[e], lengths, read.Length);
            _wordCounts.MoveTo(_words, e);
            _markedCounts.MoveTo(_marked, e);
            _pairCounts.MoveTo(_pairs, e);
        }

        _vocabulary.Trim();
        var n = entries.Length;
        var words = _words.Build(_vocabulary.Words, n, tuning.Saturation, out var wordIdf);
        var marked = _marked.Build(_vocabulary.MarkedWords, n, tuning.Saturation, out var markedIdf);
        var pairs = _pairs.Build(_vocabulary.Pairs, n, tuning.Saturation, out var pairIdf);
        var phrasings = Phrasings.Of(read, _vocabulary);
        return new IndexTables
        {
            Entries = entries,
            Vocabulary = _vocabulary,
            Synonyms = synonyms,
            Expansions = expansions,
            Words = words,
            WordIdf = wordIdf,
            Marked = marked,
            MarkedIdf = markedIdf,
            Pairs = pairs,
            PairIdf = pairIdf,
            Phrasings = phrasings,
            Intents = phrasings.Richness > 0 ? IntentModel.Of(read) : null,
            Tuning = tuning,
        };
    }

    private void Count(ReadEntry entry, double[] lengths, int entries)
    {
        for (var f = 0; f < lengths.Length; f++)
        {
            var field = f switch { 0 => tuning.Question, 1 => tuning.Variants, 2 => tuning.Title, _ => tuning.Body };
            var relative = lengths[f] > 0 ? entry.Length(f) * entries / lengths[f] : 1;
            var weight = field.Weight / (float)(1 - field.Length + (field.Length * relative));
            foreach (var phrase in entry.Field(f))
            {
                Count(phrase.Words, weight);
                foreach (var also in phrase.Also)
                {
                    Count(also, weight);
                }
            }
        }
    }

    private void Count(Word[] words, float weight)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            _wordCounts.Add(word.Id, weight);
            if (word.Marked >= 0 && _vocabulary.IsAmbiguous(word.Id))
            {
                _markedCounts.Add(word.Marked, weight);
            }

            if (i > 0)
            {
                _pairCounts.Add(_vocabulary.AddPair(words[i - 1].Id, word.Id), weight);
            }
        }
    }
}
