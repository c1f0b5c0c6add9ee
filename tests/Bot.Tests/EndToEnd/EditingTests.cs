using System.Diagnostics;
using Outreach.Testing.Programs;

namespace Outreach.Bot.Tests.EndToEnd;

[Collection(RealProgram.Alone)]
public sealed class EditingTests
{
    private const string Question = "Lương tối thiểu vùng hiện nay là bao nhiêu?";

    [Fact]
    public async Task What_an_editor_changes_is_in_the_next_reply_within_two_seconds_and_what_they_break_is_not()
    {
        using var folder = new DataFolder().WithContent();
        await using var program = await OutreachProgram.ServeAsync(folder.Path, null, "Storage:Provider=InMemory");
        var file = Path.Combine(folder.Content, "vi", "faq", "lao-dong", "luong-toi-thieu.md");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var start = text.IndexOf("---\n", 4, StringComparison.Ordinal) + 4;
        Assert.Contains("5.310.000 đồng", await new ChatForm(program.Http).AskAsync(Question), StringComparison.Ordinal);

        // The best of three: the two cores of a build machine are not always this test's.
        var took = new List<TimeSpan>();
        for (var edit = 1; edit <= 3; edit++)
        {
            var line = $"Câu thứ {edit} vừa được biên tập viên thêm vào.";
            await File.WriteAllTextAsync(file, text.Insert(start, line + "\n\n"), TestContext.Current.CancellationToken);
            took.Add(await UntilAsync(program, reply => reply.Contains(line, StringComparison.Ordinal)));
        }

        await File.WriteAllTextAsync(file, "---\nid: luong-toi-thieu\nquestion: [\n---\nHỏng", TestContext.Current.CancellationToken);
        await UntilHealthAsync(program, "degraded");
        var afterwards = await new ChatForm(program.Http).AskAsync(Question);

        Assert.InRange(took.Min(), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Contains("Câu thứ 3 vừa được biên tập viên thêm vào.", afterwards, StringComparison.Ordinal);
    }

    private static async Task<TimeSpan> UntilAsync(OutreachProgram program, Func<string, bool> holds)
    {
        var clock = Stopwatch.StartNew();
        // Each time somebody else: one conversation may not ask this fast.
        while (!holds(await new ChatForm(program.Http).AskAsync(Question)))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), "The change never came.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        return clock.Elapsed;
    }

    private static async Task UntilHealthAsync(OutreachProgram program, string state)
    {
        var clock = Stopwatch.StartNew();
        while (!(await program.Http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken)).Contains(state, StringComparison.Ordinal))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"The content was never {state}.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
