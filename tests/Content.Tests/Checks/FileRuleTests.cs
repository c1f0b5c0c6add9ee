using System.Text;
using Outreach.Content.Checks;
using Outreach.Content.Loading;
using Outreach.Testing.Content;
using static Outreach.Testing.Content.SampleContent;

namespace Outreach.Content.Tests.Checks;

public sealed class FileRuleTests : IDisposable
{
    private readonly SampleContent _content = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("content-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_that_is_not_utf8_is_an_error_on_its_line() =>
        _content.With(OtherAnswer, [.. "---\nid: "u8, 0xC3, 0x28, .. "\n---\n"u8]).Only($"{OtherAnswer}:2:1 Error OC031");

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_well()
    {
        var windows = _content.Text(Answer).Replace("\n", "\r\n", StringComparison.Ordinal);
        _content.With(Answer, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(windows)]);

        Assert.Empty(_content.Compile().Issues);
        Assert.Equal(new SampleContent().Compile().SnapshotOver(ContentSnapshot.Empty("")).In("vi").Answers["bhtn-dieu-kien"].Question,
            _content.Snapshot().In("vi").Answers["bhtn-dieu-kien"].Question);
    }

    [Fact]
    public void A_file_over_one_megabyte_is_an_error() =>
        _content.With(OtherAnswer, new byte[ContentFiles.MaxBytes + 1]).Only($"{OtherAnswer}:1:1 Error OC032");

    [Fact]
    public void A_missing_translation_is_a_warning_that_names_the_file() =>
        Assert.Contains(EnglishAnswer, _content.Without(EnglishAnswer).Only($"{Answer}:1:1 Warning OC008").Mend, StringComparison.Ordinal);

    [Fact]
    public void A_file_nothing_reads_is_a_warning() =>
        _content.With("vi/faq/lac-loai.md", "x").Only("vi/faq/lac-loai.md:1:1 Warning OC045");

    [Fact]
    public void The_folder_on_disk_says_the_same_as_the_files()
    {
        _content.Replace(Answer, "topic: bhxh", "topic: bhxx").WriteTo(_folder);

        var issues = ContentCheck.Run(_folder, Day);

        Assert.Equal(_content.Compile().Issues, issues);
    }

    [Fact]
    public void A_missing_folder_is_one_error() =>
        Assert.Equal("OC034", Assert.Single(ContentCheck.Run(Path.Combine(_folder, "none"), Day)).Code);

    [Fact]
    public void An_empty_folder_is_one_error() => Assert.Equal("OC034", Assert.Single(ContentCheck.Run(_folder, Day)).Code);

    [Fact]
    public void A_symbolic_link_out_of_the_folder_is_an_error_and_not_followed()
    {
        _content.WriteTo(_folder);
        var secret = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(secret, "secret");
        File.CreateSymbolicLink(Path.Combine(_folder, "vi/pages/leak.md"), secret);

        var files = ContentFolder.Read(_folder);

        File.Delete(secret);
        Assert.DoesNotContain("vi/pages/leak.md", files.Texts.Keys);
        Assert.Contains(ContentCompiler.Compile(files, Day).Issues, i => (i.File, i.Level, i.Code) == ("vi/pages/leak.md", IssueLevel.Error, "OC033"));
    }

    [Fact]
    public void A_symbolic_link_inside_the_folder_is_read()
    {
        _content.WriteTo(_folder);
        File.Move(Path.Combine(_folder, Answer), Path.Combine(_folder, "real.bin"));
        File.CreateSymbolicLink(Path.Combine(_folder, Answer), Path.Combine(_folder, "real.bin"));

        Assert.Empty(ContentCheck.Run(_folder, Day));
    }

    [Fact]
    public void What_editors_leave_about_is_passed_over()
    {
        _content.With(".git/x.md", "x").With("vi/faq/bhxh/.a.md.swp", "x").With("vi/faq/bhxh/a.md~", "x").WriteTo(_folder);

        Assert.Empty(ContentCheck.Run(_folder, Day));
    }

    [Fact]
    public void A_large_file_is_not_read_into_memory()
    {
        _content.WriteTo(_folder);
        using (var file = File.Create(Path.Combine(_folder, "vi/pages/large.md")))
        {
            file.SetLength(5L << 30);
        }

        Assert.Contains(ContentCheck.Run(_folder, Day), i => (i.File, i.Code) == ("vi/pages/large.md", "OC032"));
    }

    [Fact]
    public void Every_fault_is_said_and_in_order()
    {
        _content.Replace(Answer, "topic: bhxh", "topic: bhxx").Replace(Answer, "effective: 2026-01-01", "effective: mai").Replace("figures.yml", "unit: VND", "unit: đ");

        var issues = _content.Compile().Issues;

        Assert.Equal(issues.OrderBy(i => i.File, StringComparer.Ordinal).ThenBy(i => i.Line).ThenBy(i => i.Column), issues);
        Assert.Superset(new HashSet<string> { "OC004", "OC009", "OC029" }, issues.Select(i => i.Code).ToHashSet());
    }

    [Fact]
    public void A_fault_prints_as_one_line_that_editors_programs_understand() =>
        Assert.Equal(
            "vi/faq/bhxh/bhtn-dieu-kien.md:14:10: error OC014: the hotline 'chua-goi-thu' is not verified. Call it, then write the day under 'verified' in hotlines.yml; or name another.",
            _content.Replace(Answer, "hotline: bhxh-viet-nam\n", "hotline: chua-goi-thu\n").Compile().Issues[0].ToString());
}
