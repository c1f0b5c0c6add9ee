using Outreach.Cases.PersonalData;
using Detector = Outreach.Cases.PersonalData.PersonalData;

namespace Outreach.Cases.Tests.Personal;

/// <summary>
/// How well the detector finds what is labelled. A found span counts for a label when it covers at least 80 % of the label's
/// characters and has at most 60 % of the label's length outside it. Its kind need not be the same (what is hidden is hidden);
/// how often it is, <see cref="SameKind"/> says. Each label and each find counts once.
/// </summary>
internal sealed class Score
{
    private readonly Dictionary<PersonalKind, (int Labelled, int Found)> _kinds = [];
    private int _finds;
    private int _right;
    private int _sameKind;

    /// <summary>What was missed or found in excess, in words for a test's output.</summary>
    public List<string> Faults { get; } = [];

    public double Precision => (double)_right / _finds;

    public double SameKind => (double)_sameKind / _right;

    public double Recall(params PersonalKind[] kinds) => (double)kinds.Sum(kind => _kinds[kind].Found) / kinds.Sum(kind => _kinds[kind].Labelled);

    public static Score Of(IEnumerable<LabelledText> texts)
    {
        var score = new Score();
        foreach (var text in texts)
        {
            score.Add(text);
        }

        return score;
    }

    public override string ToString() =>
        string.Join(", ", _kinds.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value.Found}/{pair.Value.Labelled}"))
        + $"; precision {_right}/{_finds} = {Precision:P2}; kind right {SameKind:P1}";

    private void Add(LabelledText text)
    {
        var spans = Detector.Find(text.Text).ToList();
        _finds += spans.Count;
        foreach (var label in text.Found)
        {
            var hit = Places(text.Text, label.Value).Select(start => spans.Find(span => Fits(span, start, label.Value.Length))).FirstOrDefault(span => span is not null);
            var (labelled, found) = _kinds.GetValueOrDefault(label.Kind);
            _kinds[label.Kind] = (labelled + 1, found + (hit is null ? 0 : 1));
            if (hit is null)
            {
                Faults.Add($"{text.Id} missed {label.Kind} '{label.Value}': {text.Text}");
                continue;
            }

            spans.Remove(hit);
            _right++;
            _sameKind += hit.Kind == label.Kind ? 1 : 0;
        }

        Faults.AddRange(spans.Select(span => $"{text.Id} wrongly {span.Kind} '{text.Text.Substring(span.Start, span.Length)}': {text.Text}"));
    }

    private static IEnumerable<int> Places(string text, string value)
    {
        for (var at = text.IndexOf(value, StringComparison.Ordinal); at >= 0; at = text.IndexOf(value, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    private static bool Fits(PersonalSpan span, int start, int length)
    {
        var shared = Math.Min(span.Start + span.Length, start + length) - Math.Max(span.Start, start);
        return shared >= 0.8 * length && span.Length - shared <= 0.6 * length;
    }
}
