using System.Text.RegularExpressions;
using Outreach.Staff.Accounts;
using Outreach.Staff.Frame;
using Outreach.Storage;
using Outreach.Storage.Staff;
using Outreach.Testing.Programs;

namespace Outreach.Staff.Tests.Frame;

public sealed partial class PhraseTests
{
    private static readonly string Source = Path.Combine(OutreachProgram.Root, "src", "Console");

    [Fact]
    public void Both_languages_have_the_same_phrases_with_the_same_gaps()
    {
        var (vi, en) = (Phrases.Of("vi"), Phrases.Of("en"));

        Assert.Empty(vi.Keys.Except(en.Keys));
        Assert.Empty(en.Keys.Except(vi.Keys));
        Assert.All(vi.Keys, key => Assert.Equal(Gaps(vi[key]), Gaps(en[key])));
        Assert.All(vi.Values.Concat(en.Values), text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    [Fact]
    public void Every_phrase_that_a_page_names_exists()
    {
        var named = Directory.EnumerateFiles(Source, "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();

        Assert.True(named.Count > 100);
        Assert.Empty(named.Except(Phrases.Of("vi").Keys));
    }

    [Fact]
    public void Everything_that_is_named_by_its_value_has_a_phrase()
    {
        IEnumerable<string> keys =
        [
            .. Enum.GetNames<StaffRole>().SelectMany(role => new[] { "role." + role, "role-does." + role }),
            .. Enum.GetNames<AuditAction>().Select(action => "action." + action),
            .. Enum.GetNames<AuditKind>().Select(kind => "kind." + kind),
            .. new[] { StorageProvider.Local, StorageProvider.Postgres, StorageProvider.InMemory }.Select(provider => "storage." + provider),
            .. typeof(AccountFault).GetFields().Select(field => "fault." + field.GetRawConstantValue()),
            .. new[] { "400", "403", "404", "500", "503" }.SelectMany(code => new[] { $"error.{code}-title", $"error.{code}-lead" }),
        ];

        Assert.Empty(keys.Except(Phrases.Of("vi").Keys));
    }

    [Fact]
    public void No_page_holds_a_word_of_its_own()
    {
        foreach (var page in Directory.EnumerateFiles(Path.Combine(Source, "Areas"), "*.cshtml", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(page).Replace("Tiếng Việt", "", StringComparison.Ordinal);
            Assert.False(Vietnamese().IsMatch(text), page);
        }
    }

    private static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(match => match.Value).Order();

    [GeneratedRegex("""(?:T\[|Say\(|Phrase = |text\[)"([a-z0-9-]+\.[A-Za-z0-9-]+)"(?!\s*\+)""")]
    private static partial Regex Named();

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Gap();

    [GeneratedRegex("[ăâđêôơưạảãáàậẩẫấầặẳẵắằẹẻẽéèệểễếềịỉĩíìọỏõóòộổỗốồợởỡớờụủũúùựửữứừỵỷỹýỳ]", RegexOptions.IgnoreCase)]
    private static partial Regex Vietnamese();
}
