using System.Globalization;
using System.Text;
using Outreach.Bot.Host;
using Outreach.Storage;
using Outreach.Storage.Subscribers.Import;

namespace Outreach.Bot.CommandLine;

/// <summary><c>subscribers import</c> and <c>subscribers export</c>, beside a running service or without one. Nothing they print tells of a person.</summary>
internal static class SubscriberVerbs
{
    public static Task<int> ImportAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken)
    {
        var file = call.Texts[0];
        if (!File.Exists(file))
        {
            throw new WrongUseException($"{file} is no file.");
        }

        return WithAsync(call, async services =>
        {
            var output = new ImportOutput(terminal, call.Json ? null : file);
            await using var csv = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
            try
            {
                return await output.EndAsync(await services.GetRequiredService<SubscriberImport>().RunAsync(csv, output.ReportAsync, cancellationToken));
            }
            catch (ImportHeaderException fault)
            {
                await output.ReportAsync(new ImportFault(1, null, fault.Message, ""));
                return await output.EndAsync(new ImportSummary());
            }
            catch (StoreUnavailableException)
            {
                return await output.BreakOffAsync();
            }
        }, cancellationToken);
    }

    public static Task<int> ExportAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(call.Texts[0]);
        if (Path.Exists(target) || !Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw new WrongUseException(Path.Exists(target) ? $"{call.Texts[0]} is there already; an export never replaces a file." : $"The folder of {call.Texts[0]} does not exist.");
        }

        return WithAsync(call, async services =>
        {
            var export = services.GetRequiredService<SubscriberExport>();
            long rows;
            // With the mark by which spreadsheets know UTF-8.
            await using (var csv = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), Closed()))
            {
                rows = await export.RunAsync(csv, cancellationToken);
            }

            await terminal.Out.WriteLineAsync(call.Json
                ? string.Create(CultureInfo.InvariantCulture, $"{{\"rows\":{rows}}}")
                : string.Create(CultureInfo.InvariantCulture, $"Wrote {call.Texts[0]}: {rows:N0} subscribers, without addresses and in no order."));
            return ExitCodes.Done;
        }, cancellationToken);
    }

    private static FileStreamOptions Closed()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static async Task<int> WithAsync(Invocation call, Func<IServiceProvider, Task<int>> run, CancellationToken cancellationToken)
    {
        var builder = HouseHost.Create(call.Settings);
        builder.Services.AddStorage(builder.Configuration);
        await using var services = builder.Services.BuildServiceProvider();
        var storage = services.GetRequiredService<StorageStartup>();
        await storage.PrepareAsync(StorageUse.Verb, cancellationToken);
        if (storage.KeepsNothing)
        {
            throw new WrongUseException("There are no subscribers to share: Storage:Provider is InMemory, and they are kept in the service's own memory.");
        }

        return await run(services);
    }
}
