using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Bot.Turns;
using Outreach.Channels;
using Outreach.Content;
using Outreach.Content.Blocks;

namespace Outreach.Bot.CommandLine;

/// <summary><c>ask</c>: the reply the bot would give to somebody it knows nothing of. Opens no storage, no keys, no port.</summary>
internal static class AskVerb
{
    public static async Task<int> RunAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken)
    {
        var language = call.Option("lang") ?? Languages.Vietnamese;
        if (!Languages.All.Contains(language))
        {
            throw new WrongUseException($"--lang must be one of {string.Join(", ", Languages.All)}.");
        }

        var configuration = VerbSettings.Read(call);
        var organisation = VerbSettings.Organisation(configuration);
        var store = VerbContent.Open(call, configuration, organisation.Value);
        var (content, day) = (store.Current, store.Today);
        var decision = Decide(content, day, call.Texts[0], language);
        var replies = decision.Plans.Select(plan => new ReplyComposer(organisation).Compose(plan, content, day)).ToList();
        await terminal.Out.WriteLineAsync(call.Json ? Json(decision, replies) : Plain(replies));
        return ExitCodes.Done;
    }

    internal static Decision Decide(ContentSnapshot content, DateOnly day, string text, string language) => TurnMiddleware.DecideOne(new TurnContext
    {
        Activity = new Activity { Kind = ActivityKind.Text, Address = new ChannelAddress("terminal", "ask"), UpdateId = "ask", Text = text },
        Content = content,
        Day = day,
        Memory = TurnMemory.New,
        IsNew = false,
        Language = language,
        Text = TypedText.Clean(text),
        Danger = CrisisRoutes.DangerIn(TypedText.Clean(text), content),
    });

    private static string Text(IEnumerable<Reply> replies) =>
        string.Join("\n\n", replies.Select(reply => PlainText.Of([.. reply.Blocks, .. reply.Covered]))).Normalize(NormalizationForm.FormC);

    private static string Plain(IReadOnlyList<Reply> replies)
    {
        var buttons = replies.SelectMany(reply => reply.Buttons).Select((button, index) => $"  {index + 1}. {button.Title}");
        return string.Join('\n', [Text(replies), "", .. buttons]).TrimEnd();
    }

    private static string Json(Decision decision, IReadOnlyList<Reply> replies) => JsonSerializer.Serialize(
        new AskResult(
            decision.Kind.ToString().ToLowerInvariant(),
            decision.Ids,
            Math.Round(decision.Confidence, 4),
            Text(replies),
            [.. replies.SelectMany(reply => reply.Buttons).Select(button => new AskButton(button.Title, button.Value))]),
        AskJson.Readable.AskResult);
}

internal sealed record AskResult(string Kind, IReadOnlyList<string> Ids, double Confidence, string Text, IReadOnlyList<AskButton> Buttons);

internal sealed record AskButton(string Title, string Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AskResult))]
internal sealed partial class AskJson : JsonSerializerContext
{
    /// <summary>Vietnamese letters as they are: it goes to a terminal or a JSON reader, never into a page.</summary>
    public static AskJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
