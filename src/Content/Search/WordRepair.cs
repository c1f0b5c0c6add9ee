namespace Outreach.Content.Search;

/// <summary>Reads words that the content does not know as words it knows. Before the search: fuzzy matching inside it drowns the ranking.</summary>
internal sealed class WordRepair(IndexTables tables)
{
    private const int MinSlipLetters = 3;

    private readonly Vocabulary _vocabulary = tables.Vocabulary;

    /// <summary>What the word stands for (one word, or several that were glued together), or null when it is to stay as it is.</summary>
    public (Syllable[] Words, RepairKind Kind)? Read(Syllable typed, Syllable? before, Syllable? after)
    {
        if (char.IsAsciiDigit(typed.Folded[0]))
        {
            return null;
        }

        var near = new Neighbours(before, after, tables);
        return Keys(typed)
            ?? Repeated(typed)
            ?? (VietnameseSpelling.IsPossible(typed.Folded) ? InContext(typed, near) : Chat(typed, near) ?? Glued(typed) ?? Slip(typed, near));
    }

    private (Syllable[], RepairKind)? Keys(Syllable typed) =>
        TypingLeftovers.Decode(typed.Marked) is { } decoded && (_vocabulary.Find(decoded.Folded) >= 0 || !VietnameseSpelling.IsPossible(typed.Folded))
            ? ([decoded], RepairKind.TypingKeys)
            : null;

    private (Syllable[], RepairKind)? Repeated(Syllable typed)
    {
        if (RepeatedLetters.Once(typed) is not { } read)
        {
            return null;
        }

        return IsKnown(read.Folded) ? ([read], RepairKind.Repeated)
            : TypingLeftovers.Decode(read.Marked) is { } decoded && IsKnown(decoded.Folded) ? ([decoded], RepairKind.Repeated)
            : null;
    }

    private (Syllable[], RepairKind)? Chat(Syllable typed, Neighbours near)
    {
        var best = new Choice(near);
        foreach (var candidate in ChatSpelling.Candidates(typed.Folded))
        {
            best.Offer(candidate, IsKnown(candidate) ? _vocabulary.Find(candidate) : -1);
        }

        return best.Word is { } word ? ([new Syllable(word, word)], RepairKind.ChatSpelling) : null;
    }

    /// <summary>A word that may well be Vietnamese is only read as another when that stands beside its neighbour somewhere in the content.</summary>
    private (Syllable[], RepairKind)? InContext(Syllable typed, Neighbours near)
    {
        if (typed.HasMarks || typed.Folded.Length < MinSlipLetters)
        {
            return null;
        }

        var best = new Choice(near) { OnlyBesideNeighbour = true };
        Slips.Offer(typed.Folded, _vocabulary, ref best);
        return best.Word is { } word ? ([new Syllable(word, word)], RepairKind.Slip) : null;
    }

    private (Syllable[], RepairKind)? Slip(Syllable typed, Neighbours near)
    {
        if (typed.Folded.Length < MinSlipLetters)
        {
            return null;
        }

        var best = new Choice(near);
        Slips.Offer(typed.Folded, _vocabulary, ref best);
        return best.Word is { } word ? ([new Syllable(word, word)], RepairKind.Slip) : null;
    }

    private (Syllable[], RepairKind)? Glued(Syllable typed)
    {
        const int minGlued = 5;
        const int maxGlued = 24;
        if (typed.Folded.Length is < minGlued or > maxGlued)
        {
            return null;
        }

        var parts = GluedWords.Split(typed, _vocabulary);
        return parts is null ? null : (parts, RepairKind.Glued);
    }

    private bool IsKnown(string folded) => _vocabulary.Find(folded) >= 0 || tables.Expansions.Knows(folded);
}
