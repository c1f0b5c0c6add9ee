using System.Runtime.InteropServices;
using Outreach.Content.Search;
using Outreach.Content.Search.Learning;

namespace Outreach.Content.Crisis;

/// <summary>What the examples teach: which words, and words side by side, speak of which danger, and which of none.</summary>
internal sealed class DangerModel
{
    /// <summary>The class of the messages without danger.</summary>
    private const int Harmless = 0;

    /// <summary>Words with marks are numbered from here on, apart from those without.</summary>
    private const int FirstMarked = 1 << 30;

    private readonly CrisisReader _reader;
    private readonly IReadOnlyList<CrisisKind> _kinds;
    private readonly Vocabulary _vocabulary = new();
    private readonly FeatureTable _features;
    private readonly LinearModel _model;

    /// <param name="ordinary">What is learnt as harmless besides the examples.</param>
    public DangerModel(CrisisExamples examples, IEnumerable<string> ordinary, IReadOnlyList<CrisisKind> kinds, CrisisReader reader)
    {
        (_reader, _kinds) = (reader, kinds);
        var classes = kinds.Select((kind, number) => (kind.Id, Class: number + 1)).ToDictionary(k => k.Id, k => k.Class, StringComparer.Ordinal);
        var cutter = new WordCutter();
        var texts = examples.Dangers.Where(d => classes.ContainsKey(d.Kind)).Select(d => (d.Text, Class: classes[d.Kind]))
            .Concat(examples.Harmless.Concat(ordinary).Select(text => (Text: text, Class: Harmless)))
            .Select(t => (Words: Numbers(reader.Likeliest(Cut(t.Text)), learns: true), t.Class)).ToList();
        _features = FeatureTable.Of([.. texts.Select(t => t.Words)], always: 0.3f);
        var read = new List<Feature>();
        var lessons = texts.ConvertAll(text =>
        {
            _features.Read(text.Words, read);
            return new Example([.. read], text.Class);
        });
        _model = Trainer.Fit(lessons, _features.Count, kinds.Count + 1);

        List<Syllable> Cut(string text)
        {
            var words = new List<Syllable>();
            cutter.Cut(text, words);
            return words;
        }
    }

    /// <summary>The likeliest danger, the chance from 0 to 1 that a message tells of any.</summary>
    public (CrisisKind Kind, float Chance) Read(string text)
    {
        var features = new List<Feature>();
        _features.Read(Numbers(_reader.Likeliest(TextNormalizer.Tokenize(text)), learns: false), features);
        Span<float> chances = stackalloc float[_model.Row];
        _model.Read(CollectionsMarshal.AsSpan(features), chances);
        var likeliest = Harmless + 1;
        for (var kind = likeliest + 1; kind <= _kinds.Count; kind++)
        {
            likeliest = chances[kind] > chances[likeliest] ? kind : likeliest;
        }

        return (_kinds[likeliest - 1], 1 - chances[Harmless]);
    }

    /// <summary>The words without marks in their order, then each that has marks alone.</summary>
    private int[] Numbers(List<Syllable> words, bool learns)
    {
        var numbers = new List<int>(words.Count * 3);
        foreach (var word in words)
        {
            numbers.Add(learns ? _vocabulary.Add(word, out _) : _vocabulary.Find(word.Folded));
        }

        foreach (var word in words.Where(w => w.HasMarks))
        {
            if (_vocabulary.FindMarked(word.Marked) is >= 0 and var marked)
            {
                numbers.AddRange([-1, FirstMarked + marked]);
            }
        }

        return [.. numbers];
    }
}
