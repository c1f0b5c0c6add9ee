using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Bot.Host;
using Outreach.Storage;
using Outreach.Storage.Operations;

namespace Outreach.Bot.CommandLine;

/// <summary><c>migrate</c>, <c>backup</c>, <c>restore</c>, <c>doctor</c>: the storage room's own verbs, in a host of services that listens nowhere.</summary>
internal static class StorageVerbs
{
    public static Task<int> MigrateAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken) =>
        WithAsync(call, services => services.GetRequiredService<MigrateVerb>().RunAsync(Output(terminal), cancellationToken));

    public static Task<int> BackupAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken) =>
        WithAsync(call, services => services.GetRequiredService<BackupVerb>().RunAsync(call.Texts[0], Output(terminal), cancellationToken));

    public static Task<int> RestoreAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken) =>
        WithAsync(call, services => services.GetRequiredService<RestoreVerb>().RunAsync(
            call.Texts[0], call.Options.ContainsKey("force"), Output(terminal), cancellationToken));

    public static Task<int> DoctorAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken) => WithAsync(call, async services =>
    {
        var doctor = services.GetRequiredService<DoctorVerb>();
        if (!call.Json)
        {
            return await doctor.RunAsync(Output(terminal), cancellationToken);
        }

        var findings = await doctor.ExamineAsync(cancellationToken);
        var shown = findings.Select(finding => new DoctorFinding(finding.Level.ToString().ToLowerInvariant(), finding.Check, finding.Text));
        await terminal.Out.WriteLineAsync(JsonSerializer.Serialize([.. shown], DoctorJson.Readable.IReadOnlyListDoctorFinding));
        return findings.Any(finding => finding.Level == FindingLevel.Fault) ? ExitCodes.Fault : ExitCodes.Done;
    });

    private static VerbOutput Output(Terminal terminal) => new(terminal.Out, terminal.Error);

    private static async Task<int> WithAsync(Invocation call, Func<IServiceProvider, Task<int>> run)
    {
        var builder = HouseHost.Create(call.Settings);
        builder.Services.AddStorage(builder.Configuration);
        await using var services = builder.Services.BuildServiceProvider();
        return await run(services);
    }
}

internal sealed record DoctorFinding(string Level, string Check, string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<DoctorFinding>))]
internal sealed partial class DoctorJson : JsonSerializerContext
{
    public static DoctorJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
