using Outreach.Storage.Keys;

namespace Outreach.Storage.Tests.Keys;

public sealed class KeyFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("outreach-keys-").FullName;

    private string Keys => Path.Combine(_folder, "keys");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_first_start_makes_three_folders_that_only_their_owner_reads()
    {
        KeyRing.Open(Keys, NodeRoles.All);

        foreach (var name in new[] { "console", "sender", "public" })
        {
            var folder = new DirectoryInfo(Path.Combine(Keys, name));
            Assert.Equal((UnixFileMode)0b111_000_000, folder.UnixFileMode);
            Assert.Equal((UnixFileMode)0b110_000_000, Assert.Single(folder.GetFiles()).UnixFileMode);
        }
    }

    [Fact]
    public void The_second_start_finds_the_same_keys()
    {
        var row = Guid.NewGuid();
        var first = KeyRing.Open(Keys, NodeRoles.All);

        var second = KeyRing.Open(Keys, NodeRoles.All);

        Assert.Equal(first.ConversationKey("web", "7"), second.ConversationKey("web", "7"));
        Assert.Equal("7", second.OpenAddress("outbox", row, first.SealAddress("outbox", row, "7")));
    }

    [Fact]
    public void A_console_node_starts_without_the_other_folders_and_cannot_use_them()
    {
        var ring = KeyRing.Open(Keys, NodeRoles.Console);

        Assert.False(Directory.Exists(Path.Combine(Keys, "sender")));
        Assert.False(Directory.Exists(Path.Combine(Keys, "public")));
        Assert.Throws<InvalidOperationException>(() => ring.SealAddress("outbox", Guid.NewGuid(), "7"));
        Assert.Throws<InvalidOperationException>(() => ring.ConversationKey("web", "7"));
    }

    [Theory]
    [InlineData("sender", "700")]
    [InlineData("sender/key-1", "600")]
    public void Keys_that_others_can_read_are_refused_with_the_way_to_close_them(string open, string wanted)
    {
        KeyRing.Open(Keys, NodeRoles.All);
        var path = Path.Combine(Keys, open);
        File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.GroupRead);

        var thrown = Assert.Throws<StorageStartException>(() => KeyRing.Open(Keys, NodeRoles.All));

        Assert.Contains($"chmod {wanted} '{path}'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_key_is_named_and_not_replaced()
    {
        KeyRing.Open(Keys, NodeRoles.All);
        var path = Path.Combine(Keys, "public", "key-1");
        File.WriteAllText(path, "c2hvcnQ=");

        var thrown = Assert.Throws<StorageStartException>(() => KeyRing.Open(Keys, NodeRoles.All));

        Assert.Contains(path, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2hvcnQ", thrown.Message, StringComparison.Ordinal);
        Assert.Equal("c2hvcnQ=", File.ReadAllText(path));
    }

    [Fact]
    public void After_a_rotation_old_addresses_still_open_and_lookups_stay()
    {
        var row = Guid.NewGuid();
        var before = KeyRing.Open(Keys, NodeRoles.All);
        var old = before.SealAddress("outbox", row, "7");

        KeyFolder.Rotate(Path.Combine(Keys, "sender"));
        KeyFolder.Rotate(Path.Combine(Keys, "public"));
        var after = KeyRing.Open(Keys, NodeRoles.All);

        Assert.Equal("7", after.OpenAddress("outbox", row, old));
        Assert.Equal(2, after.SealAddress("outbox", row, "7")[1]);
        Assert.Equal(before.ConversationKey("web", "7"), after.ConversationKey("web", "7"));
    }

    [Fact]
    public async Task Nodes_that_start_together_on_an_empty_volume_agree_on_the_keys()
    {
        var rings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => KeyRing.Open(Keys, NodeRoles.All))));

        Assert.Single(rings.Select(r => Convert.ToHexString(r.SignToken("x"u8))).Distinct());
    }

    [Theory]
    [InlineData(null, NodeRoles.All)]
    [InlineData("all", NodeRoles.All)]
    [InlineData("console", NodeRoles.Console)]
    [InlineData("Public, sender", NodeRoles.Public | NodeRoles.Sender)]
    public void Roles_are_read_from_their_names(string? text, NodeRoles roles) => Assert.Equal(roles, NodeRolesText.Parse(text));

    [Fact]
    public void An_unknown_role_is_named() =>
        Assert.Contains("'worker'", Assert.Throws<StorageStartException>(() => NodeRolesText.Parse("public,worker")).Message, StringComparison.Ordinal);
}
