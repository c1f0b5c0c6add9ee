using System.Text.Json;
using Outreach.Bot.CommandLine;
using Outreach.Bot.Tests.Turns;

namespace Outreach.Bot.Tests.CommandLine;

/// <summary>Calls the program as a shell would, in this process.</summary>
internal sealed record Shell(int Exit, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public static async Task<Shell> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exit = await OutreachCommandLine.RunAsync(
            arguments,
            new Terminal(output, error),
            (_, _, _) => throw new InvalidOperationException(SmallLibrary.Marked + " serve was started"),
            TestContext.Current.CancellationToken);
        return new Shell(exit, output.ToString(), error.ToString());
    }
}
