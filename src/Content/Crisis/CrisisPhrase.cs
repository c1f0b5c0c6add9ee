namespace Outreach.Content.Crisis;

/// <summary>One phrase of the list: places with one or more choices each, between which others words may stand (<c>chồng … (đánh|đập)</c>).</summary>
/// <param name="excludes">It makes phrases of its kind inside it count for nothing.</param>
internal sealed class CrisisPhrase(IReadOnlyList<CrisisPlace> places, CrisisKind kind, bool excludes)
{
    public CrisisKind Kind { get; } = kind;

    public string Language { get; } = places.Any(p => p.HasMarks) ? Languages.Vietnamese : Languages.English;

    public bool Excludes { get; } = excludes;

    /// <summary>Numbers of the words with which it may begin.</summary>
    public IReadOnlyCollection<int> Firsts => places[0].Firsts;

    /// <summary>Where its runs of words stand when the first begins at <paramref name="at"/>, or null.</summary>
    public IReadOnlyList<Stretch>? Find(CrisisText text, int at)
    {
        Span<Stretch> found = stackalloc Stretch[places.Count];
        return Find(text, at, 0, found) ? Runs(found) : null;
    }

    private bool Find(CrisisText text, int from, int place, Span<Stretch> found)
    {
        if (place == places.Count)
        {
            return true;
        }

        var wanted = places[place];
        var last = Math.Min(from + wanted.Gap, text.Count - 1);
        for (var at = from; at <= last; at++)
        {
            foreach (var choice in wanted.ChoicesAt(text, at))
            {
                if (choice.StandsIn(text, at))
                {
                    found[place] = new Stretch(at, at + choice.Count);
                    if (Find(text, at + choice.Count, place + 1, found))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>Places side by side make one run.</summary>
    private List<Stretch> Runs(Span<Stretch> found)
    {
        var runs = new List<Stretch>(found.Length);
        for (var i = 0; i < found.Length; i++)
        {
            if (i > 0 && places[i].Gap == 0)
            {
                runs[^1] = new Stretch(runs[^1].Start, found[i].End);
            }
            else
            {
                runs.Add(found[i]);
            }
        }

        return runs;
    }

    /// <summary>Words from one place up to, not with, another.</summary>
    public readonly record struct Stretch(int Start, int End)
    {
        public bool Holds(Stretch other) => Start <= other.Start && End >= other.End;
    }
}
