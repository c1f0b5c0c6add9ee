using System.Runtime.InteropServices;

namespace Outreach.Content.Search.Learning;

/// <summary>What the phrasings teach: which words, and words side by side, speak for which entry.</summary>
internal sealed class IntentModel
{
    /// <summary>16 MB. A library of a thousand entries keeps the commonest features only.</summary>
    private const int MostWeights = 4 << 20;

    private readonly FeatureTable _features;
    private readonly LinearModel _model;

    private IntentModel(FeatureTable features, LinearModel model) => (_features, _model) = (features, model);

    public static IntentModel Of(ReadEntry[] entries)
    {
        var texts = entries.SelectMany((entry, number) => entry.Phrasings.Select(phrasing => (Words: phrasing.Likeliest, Entry: number))).ToList();
        var features = FeatureTable.Of([.. texts.Select(t => t.Words)], MostWeights / LinearModel.RowOf(entries.Length));
        var read = new List<Feature>();
        var examples = texts.ConvertAll(text =>
        {
            features.Read(text.Words, read);
            return new Example([.. read], text.Entry);
        });
        return new IntentModel(features, Trainer.Fit(examples, features.Count, entries.Length));
    }

    /// <summary>Fills in what the question has of the features, and the chance of each entry.</summary>
    public void Read(ReadOnlySpan<int> words, List<Feature> features, Span<float> chances)
    {
        _features.Read(words, features);
        _model.Read(CollectionsMarshal.AsSpan(features), chances);
    }

    /// <summary>What each feature of a question says for an entry: a word, or two.</summary>
    public IEnumerable<(int First, int Second, float Score)> Reasons(List<Feature> features, int entry)
    {
        foreach (var (number, value) in features)
        {
            var (first, second) = _features.Words(number);
            yield return (first, second, value * _model.Weight(number, entry));
        }
    }
}
