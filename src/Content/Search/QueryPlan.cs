namespace Outreach.Content.Search;

/// <summary>A question ready to be searched: slots one after another, each with the words it may stand for. Pooled with its scratch.</summary>
internal sealed class QueryPlan
{
    /// <summary>As typed, in one form.</summary>
    public List<Syllable> Typed { get; } = [];

    public List<Slot> Slots { get; } = [];
    public List<Alternative> Alternatives { get; } = [];
    public List<QueryWord> Words { get; } = [];
    public List<Repair> Repairs { get; } = [];

    /// <summary>What its words weigh together.</summary>
    public float Weight
    {
        get
        {
            var weight = 0f;
            foreach (var slot in Slots)
            {
                weight += slot.Weight;
            }

            return weight;
        }
    }

    public void Clear()
    {
        Typed.Clear();
        Slots.Clear();
        Alternatives.Clear();
        Words.Clear();
        Repairs.Clear();
    }

    public ReadOnlySpan<QueryWord> WordsOf(Alternative alternative) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Words).Slice(alternative.Start, alternative.Count);
}

/// <summary>A place in the question.</summary>
/// <param name="Weight">What it would add to the coverage of an entry that has it.</param>
internal readonly record struct Slot(int FirstAlternative, int Alternatives, float Weight);

/// <summary>One thing that a place may mean.</summary>
/// <param name="Weight">1 for what was typed, less for what was guessed.</param>
internal readonly record struct Alternative(int Start, int Count, float Weight);

/// <param name="Id">Number of the word, -1 when the content does not have it.</param>
/// <param name="Marked">Number of the word with its marks, -1 when it was typed without or the content does not have it so.</param>
/// <param name="Stop">From 0 for a word of courtesy to 1.</param>
/// <param name="HasMarks">Typed with marks.</param>
/// <param name="IsOther">Typed with marks that the content only has otherwise.</param>
internal readonly record struct QueryWord(int Id, int Marked, float Stop, bool HasMarks, bool IsOther);

/// <summary>A word that was read as another before the search.</summary>
public readonly record struct Repair(string Typed, string ReadAs, RepairKind Kind);

/// <summary>Why a word was read as another.</summary>
public enum RepairKind
{
    /// <summary>Keys of Telex or VNI stayed in it.</summary>
    TypingKeys,

    /// <summary>Letters repeated for emphasis.</summary>
    Repeated,

    /// <summary>Chat spelling: f for ph, w for qu, z for d.</summary>
    ChatSpelling,

    /// <summary>Words written together.</summary>
    Glued,

    /// <summary>One letter wrong, missing, too many, or two swapped.</summary>
    Slip,

    /// <summary>An abbreviation or synonym of the content.</summary>
    Synonym,
}
