using System.Globalization;
using Outreach.Bot.Host;
using Outreach.Content;
using Outreach.Content.Search.Unanswered;
using Outreach.Storage;
using Outreach.Storage.Turns;

namespace Outreach.Bot.CommandLine;

/// <summary><c>content unanswered</c> and <c>content suggest</c>: what people asked in vain, and which answer it may belong to. They read; they change nothing.</summary>
internal static class InboxVerbs
{
    private const string DayForm = "yyyy-MM-dd";

    public static async Task<int> UnansweredAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken)
    {
        var since = Since(call) ?? throw new WrongUseException("Name the first day: --since YYYY-MM-DD.");
        var (groups, _) = await ReadAsync(call, since, cancellationToken);
        await terminal.Out.WriteLineAsync(call.Json ? InboxJson.Of(groups) : InboxText.Of(groups));
        return ExitCodes.Done;
    }

    public static async Task<int> SuggestAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken)
    {
        var (groups, content) = await ReadAsync(call, Since(call), cancellationToken);
        var suggestions = new AnswerSuggestions(content);
        var found = groups.Select(suggestions.For).ToList();
        var folder = VerbContent.Folder(call, VerbSettings.Read(call)).Replace('\\', '/').TrimEnd('/');
        await terminal.Out.WriteLineAsync(call.Json ? InboxJson.Of(found, folder) : InboxText.Of(found, folder));
        return ExitCodes.Done;
    }

    private static DateOnly? Since(Invocation call) => call.Option("since") is not { } given ? null
        : DateOnly.TryParseExact(given, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new WrongUseException($"--since must be a day written YYYY-MM-DD (as 2026-11-01); it is '{given}'.");

    private static async Task<(IReadOnlyList<QuestionGroup> Groups, ContentSnapshot Content)> ReadAsync(
        Invocation call, DateOnly? since, CancellationToken cancellationToken)
    {
        var builder = HouseHost.Create(call.Settings);
        var content = VerbContent.Open(call, builder.Configuration, VerbSettings.Organisation(builder.Configuration).Value).Current;
        builder.Services.AddStorage(builder.Configuration);
        await using var services = builder.Services.BuildServiceProvider();
        var storage = services.GetRequiredService<StorageStartup>();
        await storage.PrepareAsync(StorageUse.Verb, cancellationToken);
        if (storage.KeepsNothing)
        {
            throw new WrongUseException("There is no inbox to read: Storage:Provider is InMemory, and the questions are kept in the service's own memory.");
        }

        var questions = await services.GetRequiredService<UnansweredInbox>().ReadAsync(since, cancellationToken);
        return (QuestionGroups.Of(content, questions.Select(q => new AskedQuestion(q.MaskedText, q.Language, q.Day, q.Reason))), content);
    }
}
