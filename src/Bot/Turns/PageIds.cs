namespace Outreach.Bot.Turns;

/// <summary>Ids of the pages that the bot names itself.</summary>
internal static class PageIds
{
    /// <summary>What is kept, who sees it, how to have it deleted.</summary>
    public const string Privacy = "quyen-rieng-tu";

    /// <summary>What somebody agrees to who asks for monthly messages. Its id and review date are the consent's version.</summary>
    public const string Consent = "tin-hang-thang";
}
