using Microsoft.Extensions.Options;

namespace Outreach.Storage.Operations;

/// <summary>Turns what cannot be opened into a line and an exit code.</summary>
internal static class VerbGuard
{
    public static async Task<int> RunAsync(VerbOutput output, Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (OptionsValidationException exception)
        {
            await output.Faults.WriteLineAsync(string.Join(Environment.NewLine, exception.Failures));
            return ExitCode.WrongUse;
        }
        catch (StorageStartException exception)
        {
            await output.Faults.WriteLineAsync(exception.Message);
            return ExitCode.AtFault;
        }
        catch (Npgsql.PostgresException exception) when (!StoreFailures.IsUnavailable(exception))
        {
            await output.Faults.WriteLineAsync($"The database refused (SQLSTATE {exception.SqlState}).");
            return ExitCode.AtFault;
        }
        catch (Exception exception) when (StoreFailures.IsUnavailable(exception))
        {
            await output.Faults.WriteLineAsync("The database does not answer any more.");
            return ExitCode.AtFault;
        }
    }
}
