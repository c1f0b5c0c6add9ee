using System.Text;
using Outreach.Content.Search;

namespace Outreach.Content.Crisis;

/// <summary>One phrase of the list: runs of words, between which a few others may stand (<c>chồng … đánh</c>).</summary>
/// <param name="excludes">It makes phrases of its kind inside it count for nothing.</param>
internal sealed class CrisisPhrase(CrisisText[] runs, CrisisKind kind, bool excludes)
{
    /// <summary>Words that may stand in a gap: "chồng em tối qua lại đánh" has four.</summary>
    private const int MaxGap = 4;

    public CrisisKind Kind { get; } = kind;

    public string Language { get; } = runs.Any(run => run.Words.Any(word => word.HasMarks)) ? Languages.Vietnamese : Languages.English;

    public bool Excludes { get; } = excludes;

    /// <summary>Number of its first word.</summary>
    public int First { get; } = runs[0].Ids[0];

    /// <summary>Number of its last word. A text without it need not be searched further.</summary>
    public int Last { get; } = runs[^1].Ids[^1];

    /// <summary>Where its runs stand when the first begins at <paramref name="at"/>, or null.</summary>
    public IReadOnlyList<Stretch>? Find(CrisisText words, int at)
    {
        if (!StandsAt(runs[0], words, at))
        {
            return null;
        }

        var found = new List<Stretch>(runs.Length) { new(at, at + runs[0].Count) };
        foreach (var run in runs.AsSpan(1))
        {
            var next = found[^1].End;
            var last = next + MaxGap;
            while (next <= last && !StandsAt(run, words, next))
            {
                next++;
            }

            if (next > last)
            {
                return null;
            }

            found.Add(new Stretch(next, next + run.Count));
        }

        return found;
    }

    private static bool StandsAt(CrisisText run, CrisisText words, int at)
    {
        if (at + run.Count > words.Count)
        {
            return false;
        }

        for (var i = 0; i < run.Count; i++)
        {
            if (words.Ids[at + i] != run.Ids[i] || !Fits(words.Words[at + i], run.Words[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What was typed with marks must be that very word; what was typed without may be any of its readings.</summary>
    private static bool Fits(Syllable typed, Syllable wanted) =>
        !typed.HasMarks || typed.Marked == wanted.Marked || Loosely(typed.Marked) == Loosely(wanted.Marked, typed.Marked);

    /// <summary>People leave out the bar of đ, or the tone where the letter carries a mark already ("đanh").</summary>
    private static string Loosely(string marked, string? like = null)
    {
        var bare = marked.Replace('đ', 'd');
        return like is null || HasTone(like) ? bare : WithoutTone(bare);
    }

    private static bool HasTone(string marked) => marked.Normalize(NormalizationForm.FormD).Any(Tones.IsTone);

    private static string WithoutTone(string marked) =>
        string.Concat(marked.Normalize(NormalizationForm.FormD).Where(c => !Tones.IsTone(c))).Normalize(NormalizationForm.FormC);

    /// <summary>Words from one place up to, not with, another.</summary>
    public readonly record struct Stretch(int Start, int End)
    {
        public bool Holds(Stretch other) => Start <= other.Start && End >= other.End;
    }
}
