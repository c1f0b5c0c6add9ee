using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Outreach.Content.Answers;
using Outreach.Content.Blocks;
using Outreach.Content.Shared;
using Outreach.Staff.Cases;

namespace Outreach.Staff.Areas.Staff.Pages.Cases;

/// <summary>Writing to the worker: canned replies, what it will look like, a warning on personal data, ten seconds to take it back.</summary>
internal sealed partial class ShowModel
{
    /// <summary>One message of every channel, and more than a worried person reads.</summary>
    public const int MaxReplyChars = 3_500;

    /// <summary>What stands in the box.</summary>
    public string Draft { get; private set; } = "";

    /// <summary>The partner that the draft asks about.</summary>
    public Partner? ReferTo { get; private set; }

    public bool ShowsPreview { get; private set; }

    /// <summary>Parts of the draft that look personal, for the writer to look at.</summary>
    public IReadOnlyList<PersonalPart> Personal { get; private set; } = [];

    /// <summary>Of the draft that was looked at: a changed draft is looked at again.</summary>
    public string DraftDigest => Digest(Draft);

    public IEnumerable<CannedReply> Replies => Sheet is null ? [] : Snapshot.In(Sheet.Language).Replies.Values;

    public string TextOf(CannedReply reply) => PlainText.Of(Snapshot.Resolve(reply.Text, Sheet!.Language, Today));

    /// <param name="step"><c>preview</c>, <c>edit</c>, or <c>send</c>.</param>
    /// <param name="insert">Id of a canned reply to put in at the end.</param>
    /// <param name="seen">Number of the last text that the page showed.</param>
    /// <param name="looked">The digest of a draft whose warnings its writer has seen.</param>
    public async Task<IActionResult> OnPostReplyAsync(string? text, string? step, string? insert, string? refer, string? looked, int seen, CancellationToken cancellationToken)
    {
        Draft = (text ?? "").ReplaceLineEndings("\n").Trim();
        ReferTo = refer is null ? null : Snapshot.Partners.GetValueOrDefault(refer);
        if (insert is not null)
        {
            return await InsertAsync(insert, cancellationToken);
        }

        if (step == "edit")
        {
            return await AgainAsync(null, cancellationToken);
        }

        if (Draft.Length is 0 or > MaxReplyChars)
        {
            return await AgainAsync(Draft.Length == 0 ? "cases.problem.empty" : "cases.problem.too-long", cancellationToken);
        }

        Personal = PersonalPart.Find(Draft);
        ShowsPreview = step == "preview" || (Personal.Count > 0 && looked != DraftDigest);
        return ShowsPreview
            ? await AgainAsync(null, cancellationToken)
            : await ActAsync(new CaseAct.Reply(Draft, seen, ReferTo?.Id), "held", cancellationToken, "cases.problem.new-words");
    }

    /// <summary>Puts the question into the box: a worker is asked before they are referred.</summary>
    public async Task<IActionResult> OnPostReferAsync(string? partner, CancellationToken cancellationToken)
    {
        if (partner is null || !Snapshot.Partners.TryGetValue(partner, out var found))
        {
            return await AgainAsync("cases.problem.choose", cancellationToken);
        }

        ReferTo = found;
        var result = await AgainAsync(null, cancellationToken);
        if (Sheet is not null)
        {
            var language = Sheet.Language;
            var way = found.Number ?? found.Reach?.In(language) ?? "";
            Draft = Snapshot.In(language).Phrases.Get("case.refer.ask", ("partner", found.Name.In(language)), ("way", way.TrimEnd('.'))).Trim();
        }

        return result;
    }

    private async Task<IActionResult> InsertAsync(string id, CancellationToken cancellationToken)
    {
        var result = await AgainAsync(null, cancellationToken);
        if (Sheet is not null && Snapshot.In(Sheet.Language).Replies.TryGetValue(id, out var reply))
        {
            Draft = (Draft + "\n\n" + TextOf(reply)).Trim();
        }

        return result;
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
