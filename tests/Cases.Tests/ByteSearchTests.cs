using System.Text;
using Outreach.Cases.Delivery;
using Outreach.Cases.Desk;
using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Cases.Retention;
using Outreach.Storage;
using Outreach.Storage.Cases;
using Outreach.Storage.Staff;
using Outreach.Testing;

namespace Outreach.Cases.Tests;

/// <summary>Marked words, names, numbers and chat ids are looked for byte by byte in everything that the service wrote: tables, WAL, PostgreSQL's log, keys, our own log.</summary>
public sealed class ByteSearchTests
{
    private const string Chat = "7340219985512";
    private const string Name = "Nguyễn Thị Dấuvếtriêng";
    private const string Number = "0912387465";
    private const string Words = "chủ-nhà-giữ-hộ-chiếu-dấuvết";
    private const string Reply = "hãy-gọi-cho-công-đoàn-dấuvết";
    private const string Note = "ghi-chú-nội-bộ-dấuvết";

    [Fact]
    public async Task Nothing_that_was_said_or_by_whom_is_in_clear_in_any_file_before_or_after_erasure()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new ScratchFolder();
        using var logs = new CapturedLogs();
        var clock = new HandMovedClock();
        var lan = new StaffMember { Name = "lan", NormalizedName = "LAN", DisplayName = "Lan", Role = StaffRole.Manager, CreatedOn = default };
        // A cluster of its own: the test's data folder holds nothing but this.
        await using var host = await CasesHost.StartAsync(
            new Dictionary<string, string?> { ["Storage:Provider"] = "Local", ["Storage:Directory"] = folder.Path }, clock, logs: logs);
        var requests = host.Get<HelpRequests>();
        var code = ReceiptCode.New();
        var request = new HelpRequest
        {
            Mode = AnswerMode.Chat,
            AnswerTo = new CaseAddress("telegram", Chat),
            Topic = "nha-o",
            InDanger = true,
            Language = "vi",
            Consent = "v1",
            Text = $"{Words} {Name} {Number}",
        };

        await requests.SubmitAsync(request, code, cancellation);
        var access = Assert.Single(await requests.OfChatAsync(request.AnswerTo, cancellation));
        await requests.AddWordsAsync(access, $"thêm {Words}", cancellation);
        await host.Get<CaseDesk>().OpenAsync(lan, request.Id, cancellation);
        await host.Get<CaseDesk>().NoteAsync(lan, request.Id, Note, cancellation);
        await host.Get<CaseReplies>().SendAsync(lan, request.Id, Reply, null, cancellation);
        clock.Advance(TimeSpan.FromSeconds(10));
        await host.Get<ReplyRelease>().ReleaseDueAsync(cancellation);
        await host.Get<ReplyDelivery>().SendQueuedAsync((_, _, _, _) => Task.FromResult(DeliveryResult.Sent), cancellation);
        await host.Get<NightlyRewrite>().RunAsync(cancellation);
        await SearchAsync(host, folder.Path, logs, code, findable: request.Id);
        await requests.EraseAsync(access, cancellation);
        await SearchAsync(host, folder.Path, logs, code, findable: request.Id);
    }

    private static async Task SearchAsync(CasesHost host, string folder, CapturedLogs logs, ReceiptCode code, Guid findable)
    {
        await using (var checkpoint = host.Get<StorageStartup>().Source.CreateCommand("CHECKPOINT"))
        {
            await checkpoint.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(ReadIfThere).ToList();
        // The search itself can find: what is no secret is there.
        Assert.Contains(files, bytes => bytes.AsSpan().IndexOf(findable.ToByteArray(bigEndian: true)) >= 0);
        foreach (var secret in new[] { Chat, Name, Number, Words, Reply, Note, code.Plain, code.Grouped })
        {
            foreach (var encoded in new[] { Encoding.UTF8.GetBytes(secret), Encoding.Unicode.GetBytes(secret), Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))[..^4]) })
            {
                Assert.DoesNotContain(files, bytes => bytes.AsSpan().IndexOf(encoded) >= 0);
            }

            Assert.DoesNotContain(logs.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    /// <summary>PostgreSQL moves its own files about while we look.</summary>
    private static byte[] ReadIfThere(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (IOException)
        {
            return [];
        }
    }
}
