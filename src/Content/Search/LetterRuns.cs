using System.Runtime.InteropServices;

namespace Outreach.Content.Search;

/// <summary>
/// Runs of three and four letters in the ways each entry's question is put: near to it stands what is written in other words of the
/// same stems, or with slips that nothing mends.
/// </summary>
internal sealed class LetterRuns
{
    private readonly Dictionary<int, int> _numbers;
    private readonly float[] _rarity;
    private readonly int[] _starts;
    private readonly (int Run, float Weight)[] _runs;

    private LetterRuns(Dictionary<int, int> numbers, float[] rarity, int[] starts, (int, float)[] runs) =>
        (_numbers, _rarity, _starts, _runs) = (numbers, rarity, starts, runs);

    public int Count => _numbers.Count;

    /// <summary>Marks the runs of a question in <paramref name="scratch"/>.</summary>
    public void Want(Scratch scratch)
    {
        var length = 0f;
        foreach (var key in Keys(scratch.Plan.Typed))
        {
            if (_numbers.TryGetValue(key, out var run) && scratch.WantedRuns[run] == 0)
            {
                scratch.WantedRuns[run] = _rarity[run];
                scratch.WantedRunIds.Add(run);
                length += _rarity[run] * _rarity[run];
            }
        }

        scratch.RunLength = MathF.Sqrt(length);
    }

    /// <summary>How like the letters of the question are to those of an entry: the cosine, 0 to 1.</summary>
    public float Likeness(Scratch scratch, int entry)
    {
        var dot = 0f;
        foreach (var (run, weight) in _runs.AsSpan(_starts[entry].._starts[entry + 1]))
        {
            dot += scratch.WantedRuns[run] * weight;
        }

        return scratch.RunLength > 0 ? MathF.Min(1, dot / scratch.RunLength) : 0;
    }

    public static LetterRuns Of(SearchEntry[] entries)
    {
        var (numbers, inEntries) = (new Dictionary<int, int>(), new List<int>());
        var counted = new List<(int Run, int Times)>[entries.Length];
        var (times, typed, once, cutter) = (new Dictionary<int, int>(), new List<Syllable>(), new HashSet<int>(), new WordCutter());
        for (var e = 0; e < entries.Length; e++)
        {
            times.Clear();
            foreach (var phrasing in entries[e].Variants.Prepend(entries[e].Question))
            {
                typed.Clear();
                once.Clear();
                cutter.Cut(phrasing, typed);
                foreach (var key in Keys(typed))
                {
                    if (once.Add(key))
                    {
                        CollectionsMarshal.GetValueRefOrAddDefault(times, key, out _)++;
                    }
                }
            }

            counted[e] = new List<(int, int)>(times.Count);
            foreach (var (key, count) in times)
            {
                if (!numbers.TryGetValue(key, out var run))
                {
                    numbers[key] = run = numbers.Count;
                    inEntries.Add(0);
                }

                inEntries[run]++;
                counted[e].Add((run, count));
            }
        }

        float[] rarity = [.. inEntries.Select(n => MathF.Log(1 + ((float)entries.Length / n)))];
        return Weighted(numbers, rarity, counted);
    }

    private static LetterRuns Weighted(Dictionary<int, int> numbers, float[] rarity, List<(int Run, int Times)>[] counted)
    {
        var starts = new int[counted.Length + 1];
        var runs = new (int, float)[counted.Sum(c => c.Count)];
        for (var (e, at) = (0, 0); e < counted.Length; e++)
        {
            var first = at;
            var length = 0f;
            foreach (var (run, count) in counted[e])
            {
                var weight = (1 + MathF.Log(count)) * rarity[run];
                runs[at++] = (run, weight);
                length += weight * weight;
            }

            length = MathF.Sqrt(length);
            foreach (ref var run in runs.AsSpan(first..at))
            {
                run.Item2 /= length;
            }

            starts[e + 1] = at;
        }

        return new LetterRuns(numbers, rarity, starts, runs);
    }

    /// <summary>Words without marks between single blanks, three and four letters at a time, each as one number.</summary>
    private static IEnumerable<int> Keys(List<Syllable> words)
    {
        // The letters seen last, 8 bits each; beyond Latin they may coincide, which does no harm.
        var last = (uint)' ';
        var seen = 1;
        foreach (var word in words)
        {
            for (var i = 0; i <= word.Folded.Length; i++)
            {
                last = (last << 8) | (byte)(i < word.Folded.Length ? word.Folded[i] : ' ');
                seen++;
                if (seen >= 3)
                {
                    yield return (int)(last & 0x00FF_FFFF);
                }

                if (seen >= 4)
                {
                    yield return (int)last;
                }
            }
        }
    }
}
