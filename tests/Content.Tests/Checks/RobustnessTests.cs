using FsCheck;
using FsCheck.Fluent;
using Outreach.Testing.Content;

namespace Outreach.Content.Tests.Checks;

public sealed class RobustnessTests
{
    private static readonly string[] Paths = [.. new SampleContent().Files.Keys];

    [Fact]
    public void No_bytes_in_any_file_bring_the_compiler_down() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(),
            ArbMap.Default.ArbFor<PositiveInt>(),
            (bytes, at) => new SampleContent().With(Paths[at.Get % Paths.Length], bytes ?? []).Snapshot() is not null));

    [Fact]
    public void No_cut_or_changed_byte_in_a_good_file_brings_the_compiler_down() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(
            ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<byte>(),
            (file, at, fresh) =>
            {
                var content = new SampleContent();
                var path = Paths[file.Get % Paths.Length];
                byte[] bytes = [.. content.Files[path]];
                var place = at.Get * 37 % bytes.Length;
                bytes[place] = fresh;
                return content.With(path, bytes).Snapshot() is not null && content.With(path, bytes[..place]).Snapshot() is not null;
            }));
}
