using System.Collections.Frozen;

namespace Outreach.Staff.Accounts;

/// <summary>What is tried first when passwords are guessed: a list of our own, compared without marks, case, spaces and the usual swaps of letters.</summary>
internal static class CommonPasswords
{
    private static readonly FrozenSet<string> Known = Read();

    public static int Count => Known.Count;

    public static bool Contain(string password)
    {
        var bare = GuessablePassword.Bare(password);
        return Known.Contains(bare) || Known.Contains(GuessablePassword.Unswapped(bare));
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("Outreach.Staff.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
