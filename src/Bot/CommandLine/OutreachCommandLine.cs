using Microsoft.Extensions.Options;
using Outreach.Storage;

namespace Outreach.Bot.CommandLine;

/// <summary>The program as seen from a shell: finds the verb, runs it, turns what went wrong into an exit code.</summary>
internal static class OutreachCommandLine
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, Terminal terminal, VerbAction serve, CancellationToken cancellationToken)
    {
        try
        {
            var verbs = Verbs.All(serve);
            if (arguments is ["help" or "--help" or "-h" or "-?"])
            {
                await WriteHelpAsync(terminal.Out, verbs);
                return ExitCodes.Done;
            }

            if (arguments is ["--version"])
            {
                await terminal.Out.WriteLineAsync(typeof(OutreachCommandLine).Assembly.GetName().Version?.ToString(3));
                return ExitCodes.Done;
            }

            var call = ArgumentReader.Read(arguments, verbs);
            return call.Verb.Run is { } run
                ? await run(call, terminal, cancellationToken)
                : throw new WrongUseException($"'outreach {call.Verb.Name}' is not built yet.");
        }
        catch (Exception fault) when (fault is WrongUseException or OptionsValidationException or StorageStartException)
        {
            await terminal.Error.WriteLineAsync($"outreach: {fault.Message}");
            return ExitCodes.WrongUse;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Done;
        }
        catch (Exception fault)
        {
            // One line without data: an exception's message may carry what somebody typed.
            await terminal.Error.WriteLineAsync($"outreach: an unhandled error ({fault.GetType().Name}).");
            return ExitCodes.Unhandled;
        }
    }

    private static async Task WriteHelpAsync(TextWriter output, IReadOnlyList<Verb> verbs)
    {
        await output.WriteLineAsync("outreach [VERB] [--Key:Sub=value …]\n");
        foreach (var verb in verbs)
        {
            await output.WriteLineAsync($"  {verb.Name,-20} {verb.Summary}");
            if (verb.Usage.Length > 0)
            {
                await output.WriteLineAsync($"  {"",-20} outreach {verb.Name} {verb.Usage}");
            }
        }

        await output.WriteLineAsync("\nExit codes: 0 done, 1 what was checked is at fault, 2 wrong use, 70 an unhandled error.");
    }
}
