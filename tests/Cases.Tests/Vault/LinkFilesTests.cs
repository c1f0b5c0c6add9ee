using System.Text;
using Outreach.Cases.Requests;
using Outreach.Cases.Vault;

namespace Outreach.Cases.Tests.Vault;

public sealed class LinkFilesTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "outreach-links-" + Guid.NewGuid().ToString("N")[..12]);
    private readonly CaseSteps _steps = new();
    private readonly CaseAddress _chat = new("telegram", "5550100200");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_chats_links_are_found_by_the_chat_and_by_their_ids()
    {
        var links = Open();
        var (one, two) = (Slot(), Slot());

        await links.AddAsync(_chat, one, Cancellation);
        await links.AddAsync(_chat, two, Cancellation);

        Assert.Equal([one.LinkId, two.LinkId], (await links.OfChatAsync(_chat, Cancellation)).Select(slot => slot.LinkId));
        Assert.Equal(two.Key, await Open().FindKeyAsync(two.LinkId, Cancellation));
        Assert.Empty(await links.OfChatAsync(new CaseAddress("zalo", _chat.Value), Cancellation));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task What_is_destroyed_is_overwritten_in_place_before_the_file_goes()
    {
        var links = Open();
        var slot = Slot();
        await links.AddAsync(_chat, slot, Cancellation);
        var file = Assert.Single(Directory.GetFiles(_folder));
        byte[]? seen = null;
        // A second name for the same bytes on the disk: what a thief who kept the block would read.
        var other = file + ".kept";
        await LinkAsync(file, other);
        _steps.Passing = step => seen = step == CaseStep.SecretOverwritten ? ReadUnlocked(other) : seen;

        await links.DestroyAsync(slot.LinkId, Cancellation);

        Assert.False(File.Exists(file));
        Assert.NotNull(seen);
        Assert.All(seen, value => Assert.Equal(0, value));
        File.Delete(other);
    }

    [Fact]
    public async Task One_of_two_links_goes_and_the_other_stays()
    {
        var links = Open();
        var (one, two) = (Slot(), Slot());
        await links.AddAsync(_chat, one, Cancellation);
        await links.AddAsync(_chat, two, Cancellation);

        await links.DestroyAsync(one.LinkId, Cancellation);

        Assert.Null(await links.FindKeyAsync(one.LinkId, Cancellation));
        Assert.Equal(two.Key, await links.FindKeyAsync(two.LinkId, Cancellation));
        Assert.False(File.ReadAllBytes(Directory.GetFiles(_folder).Single()).AsSpan().IndexOf(one.Key) >= 0);
    }

    [Fact]
    public async Task A_file_overwritten_by_a_process_that_then_died_goes_at_the_next_look()
    {
        var links = Open();
        var slot = Slot();
        await links.AddAsync(_chat, slot, Cancellation);
        _steps.Passing = step => throw new InvalidOperationException($"Died at {step}.");
        await Assert.ThrowsAsync<InvalidOperationException>(() => links.DestroyAsync(slot.LinkId, Cancellation));
        _steps.Passing = null;

        Assert.Empty(await Open().AllAsync(Cancellation));

        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task An_entry_half_written_is_not_taken_for_one()
    {
        var links = Open();
        var slot = Slot();
        await links.AddAsync(_chat, slot, Cancellation);
        var file = Directory.GetFiles(_folder).Single();
        await File.WriteAllBytesAsync(file, [.. await File.ReadAllBytesAsync(file, Cancellation), 1, 2, 3], Cancellation);

        var found = await links.OfChatAsync(_chat, Cancellation);
        var next = Slot();
        await links.AddAsync(_chat, next, Cancellation);

        Assert.Equal(slot.LinkId, Assert.Single(found).LinkId);
        Assert.Equal([slot.LinkId, next.LinkId], (await links.OfChatAsync(_chat, Cancellation)).Select(s => s.LinkId));
    }

    [Fact]
    public async Task Neither_name_nor_bytes_nor_time_of_a_file_tell_of_the_chat_or_the_day()
    {
        var links = Open();

        await links.AddAsync(_chat, Slot(), Cancellation);

        var file = new FileInfo(Directory.GetFiles(_folder).Single());
        Assert.Matches("^[0-9a-f]{64}$", file.Name);
        Assert.Equal(2001, file.LastWriteTimeUtc.Year);
        Assert.Equal((UnixFileMode)0b110_000_000, file.UnixFileMode);
        Assert.Equal((UnixFileMode)0b111_000_000, file.Directory!.UnixFileMode);
        Assert.True((await File.ReadAllBytesAsync(file.FullName, Cancellation)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(_chat.Value)) < 0);
    }

    [Fact]
    public async Task Two_nodes_on_one_folder_lose_nothing()
    {
        var nodes = new[] { Open(), Open() };
        var slots = Enumerable.Range(0, 40).Select(_ => Slot()).ToList();

        await Task.WhenAll(slots.Select((slot, i) => Task.Run(
            async () =>
            {
                await nodes[i % 2].AddAsync(_chat, slot, Cancellation);
                if (i % 4 == 0)
                {
                    await nodes[(i + 1) % 2].DestroyAsync(slot.LinkId, Cancellation);
                }
            },
            Cancellation)));

        var left = (await Open().AllAsync(Cancellation)).ToHashSet();
        Assert.Equal(slots.Where((_, i) => i % 4 != 0).Select(slot => slot.LinkId).ToHashSet(), left);
    }

    /// <summary>Past the lock: a thief asks nobody.</summary>
    private static byte[] ReadUnlocked(string file)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("cat", [file]) { RedirectStandardOutput = true })!;
        using var bytes = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(bytes);
        process.WaitForExit();
        return bytes.ToArray();
    }

    private LinkFiles Open() => new(new FileSecrets(_folder, _steps), new byte[32]);

    private static LinkSlot Slot() => new(Guid.NewGuid(), CaseCipher.NewKey());

    private static async Task LinkAsync(string file, string other)
    {
        using var process = System.Diagnostics.Process.Start("ln", [file, other]);
        await process.WaitForExitAsync(Cancellation);
    }
}
