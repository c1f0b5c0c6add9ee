using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Outreach.Storage;

namespace Outreach.Staff.Accounts;

/// <summary>Where the first account of all is made: a link for whoever sees this machine's terminal or may read its data folder.</summary>
public sealed class FirstAccount(IServiceScopeFactory scopes, IOptions<StorageOptions> storage)
{
    private string File => Path.Combine(storage.Value.FullDirectory, "first-account");

    /// <summary>While there is no account: makes a one-time link and leaves it in <c>first-account</c> (0600). Nothing of it is logged.</summary>
    /// <param name="console">Where the console is, as <c>http://localhost:5081</c>.</param>
    /// <returns>The link and its file; null when there is an account.</returns>
    public async Task<(string Link, string File)?> OfferAsync(string console, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
        if (await accounts.HasAnyAsync(cancellationToken))
        {
            Withdraw();
            return null;
        }

        var link = StaffLink.Of(console, await accounts.OfferFirstAsync(cancellationToken));
        Write(link);
        return (link, File);
    }

    /// <summary>The account is made: the file goes.</summary>
    public void Withdraw()
    {
        if (System.IO.File.Exists(File))
        {
            System.IO.File.Delete(File);
        }
    }

    private void Write(string link)
    {
        Withdraw(); // a file that is there keeps the mode it had
        Directory.CreateDirectory(storage.Value.FullDirectory);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(new FileStream(File, options));
        writer.WriteLine(link);
    }
}
