namespace Outreach.Content.Search;

/// <summary>Turns what was typed into slots: abbreviations spelt out, slips mended, synonyms put beside.</summary>
internal sealed class QueryReader(IndexTables tables)
{
    /// <summary>A story of this many words says everything it will say; the rest is not read.</summary>
    public const int MaxWords = 400;

    private const int MaxRepairs = 48;

    private readonly WordRepair _repair = new(tables);

    public void Read(string text, QueryPlan plan)
    {
        TextNormalizer.Tokenize(text, plan.Typed);
        if (plan.Typed.Count > MaxWords)
        {
            plan.Typed.RemoveRange(MaxWords, plan.Typed.Count - MaxWords);
        }

        Mend(plan);
        for (var at = 0; at < plan.Typed.Count;)
        {
            at += tables.Expansions.Expansion(plan.Typed, at) is { } expansion ? Expand(plan, at, expansion)
                : tables.Expansions.Equivalent(plan.Typed, at) is { } equivalent ? PutBeside(plan, at, equivalent)
                : Literal(plan, at);
        }
    }

    private void Mend(QueryPlan plan)
    {
        var typed = plan.Typed;
        for (var at = 0; at < typed.Count && plan.Repairs.Count < MaxRepairs; at++)
        {
            if (tables.Vocabulary.Find(typed[at].Folded) >= 0 || KnownForms(typed[at]).Any())
            {
                continue;
            }

            if (tables.Expansions.Expansion(typed, at) is { } whole)
            {
                at += whole.Length - 1;
                continue;
            }

            var before = at > 0 ? typed[at - 1] : (Syllable?)null;
            var after = at + 1 < typed.Count ? typed[at + 1] : (Syllable?)null;
            if (_repair.Read(typed[at], before, after) is { } read)
            {
                plan.Repairs.Add(new Repair(typed[at].Marked, string.Join(' ', read.Words.Select(w => w.Marked)), read.Kind));
                typed.RemoveAt(at);
                typed.InsertRange(at, read.Words);
                at += read.Words.Length - 1;
            }
        }
    }

    private int Literal(QueryPlan plan, int at)
    {
        var first = plan.Alternatives.Count;
        AddTyped(plan, at, 1);
        foreach (var form in KnownForms(plan.Typed[at]))
        {
            Add(plan, [new Syllable(form, form)], tables.Tuning.Repaired);
        }

        Close(plan, first);
        return 1;
    }

    /// <summary>Other forms of an English word that the content has.</summary>
    private IEnumerable<string> KnownForms(Syllable typed) =>
        typed.HasMarks || char.IsAsciiDigit(typed.Folded[0]) || StopWords.Weight(typed) < 1 || VietnameseSpelling.IsPossible(typed.Folded)
            ? []
            : EnglishEndings.Forms(typed.Folded).Where(form => tables.Vocabulary.Find(form) >= 0).Distinct();

    private int Expand(QueryPlan plan, int at, Expansions.Match match)
    {
        var typed = plan.Typed;
        var isWord = match.Length > 1 || (VietnameseSpelling.IsPossible(typed[at].Folded) && tables.Vocabulary.Find(typed[at].Folded) >= 0);
        var first = plan.Alternatives.Count;
        if (!match.Surely || isWord)
        {
            AddTyped(plan, at, match.Length);
        }

        foreach (var meaning in match.Meanings)
        {
            if (meaning.Length > 0)
            {
                Add(plan, meaning, match.Surely ? 1 : tables.Tuning.Repaired);
            }
        }

        if (plan.Alternatives.Count > first)
        {
            Close(plan, first);
        }

        plan.Repairs.Add(new Repair(
            Text(typed, at, match.Length), string.Join(" / ", match.Meanings.Select(m => string.Join(' ', m.Select(w => w.Marked)))), RepairKind.Synonym));
        return match.Length;
    }

    private int PutBeside(QueryPlan plan, int at, Expansions.Match match)
    {
        var first = plan.Alternatives.Count;
        AddTyped(plan, at, match.Length);
        foreach (var other in match.Meanings)
        {
            Add(plan, other, match.Surely ? tables.Tuning.Equivalent : tables.Tuning.Equivalent * tables.Tuning.Repaired);
        }

        Close(plan, first);
        return match.Length;
    }

    private void AddTyped(QueryPlan plan, int at, int count)
    {
        var start = plan.Words.Count;
        for (var i = at; i < at + count; i++)
        {
            plan.Words.Add(Number(plan.Typed[i]));
        }

        plan.Alternatives.Add(new Alternative(start, count, 1));
    }

    private void Add(QueryPlan plan, Syllable[] words, float weight)
    {
        var start = plan.Words.Count;
        foreach (var word in words)
        {
            plan.Words.Add(Number(word));
        }

        plan.Alternatives.Add(new Alternative(start, words.Length, weight));
    }

    private QueryWord Number(Syllable syllable)
    {
        var id = tables.Vocabulary.Find(syllable.Folded);
        var marked = syllable.HasMarks ? tables.Vocabulary.FindMarked(syllable.Marked) : -1;
        var isOther = syllable.HasMarks && marked < 0 && id >= 0 && tables.Vocabulary.HasMarkedForm(id);
        return new QueryWord(id, marked, StopWords.Weight(syllable), syllable.HasMarks, isOther);
    }

    /// <summary>A slot weighs what the first thing it may mean weighs: a guess may not make the question harder to cover.</summary>
    private void Close(QueryPlan plan, int first)
    {
        var weight = 0f;
        var known = false;
        for (var a = first; a < plan.Alternatives.Count; a++)
        {
            var own = 0f;
            var ownKnown = true;
            foreach (var word in plan.WordsOf(plan.Alternatives[a]))
            {
                own += word.Stop * (word.Id >= 0 ? tables.Phrasings.Idf[word.Id] : tables.Phrasings.UnknownIdf);
                ownKnown &= word.Id >= 0;
            }

            if (a == first || (ownKnown && !known))
            {
                (weight, known) = (own, ownKnown);
            }
        }

        plan.Slots.Add(new Slot(first, plan.Alternatives.Count - first, weight));
    }

    private static string Text(List<Syllable> typed, int at, int count) => string.Join(' ', typed.Skip(at).Take(count).Select(w => w.Marked));
}
