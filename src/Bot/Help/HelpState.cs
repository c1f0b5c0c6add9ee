using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Storage.Cases;

namespace Outreach.Bot.Help;

/// <summary>All that is known of somebody asking for help. It lives in <see cref="HelpDrafts"/> alone, its words and code sealed.</summary>
internal sealed record HelpState
{
    /// <summary>Characters of all messages together.</summary>
    public const int MaxTextChars = 4000;

    public required HelpStep Step { get; init; }

    public required string Language { get; init; }

    /// <summary>The case's id to be: the same draft confirmed twice is one case.</summary>
    public Guid Id { get; init; }

    /// <summary>Made with the draft, shown at the end.</summary>
    public ReceiptCode? Code { get; init; }

    /// <summary>Stands in the button that sends, and nowhere else: whoever presses it has had the screen with the code before them.</summary>
    public string Nonce { get; init; } = "";

    /// <summary>The ways to answer that this channel has, the one it recommends first.</summary>
    public IReadOnlyList<AnswerMode> Modes { get; init; } = [AnswerMode.Receipt];

    public bool InDanger { get; init; }

    /// <summary>An emergency card was shown for their words: once is enough.</summary>
    public bool CardShown { get; init; }

    public AnswerMode Mode { get; init; } = AnswerMode.Receipt;

    /// <summary>Id of topics.yml, or <c>other</c>.</summary>
    public string Topic { get; init; } = "";

    /// <summary>One for each message, in order.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The channel took the screen with the code.</summary>
    public bool CodeShown { get; init; }

    /// <summary>They went off to something else; what they type is not for us until they come back.</summary>
    public bool Parked { get; init; }

    public HelpNotice Notice { get; init; }

    /// <summary>Requests they may read: opened by the code, or those of this chat.</summary>
    public IReadOnlyList<CaseAccess> Cases { get; init; } = [];

    /// <summary>Which of <see cref="Cases"/> is on the screen.</summary>
    public int Shown { get; init; }

    public CaseAccess? Access => Shown < Cases.Count ? Cases[Shown] : null;

    public string Text => string.Join('\n', Words);

    /// <summary>Nothing more is to come: only what was done is still known, for who confirms twice.</summary>
    public bool IsOver => Step is HelpStep.Received or HelpStep.Cancelled or HelpStep.Erased or HelpStep.Left;

    /// <summary>Shows nothing of anyone.</summary>
    public override string ToString() => $"{nameof(HelpState)} at {Step}";
}
