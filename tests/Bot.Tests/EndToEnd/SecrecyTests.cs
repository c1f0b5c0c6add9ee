using System.Net.Http.Headers;
using System.Text;
using Outreach.Testing.Programs;
using Outreach.Testing.Telegram;

namespace Outreach.Bot.Tests.EndToEnd;

[Collection(RealProgram.Alone)]
public sealed class SecrecyTests
{
    private const string MarkedText = "zxq7marktext";
    private const long MarkedChat = 88776655443;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_marked_text_chat_id_and_token_are_in_no_log_line_of_the_program_or_of_PostgreSQL()
    {
        using var folder = new DataFolder().WithSmallLibrary();
        await using var telegram = await FakeBotApi.StartAsync(token: "4200001:AAmarkedtoken-zxq7marktoken");
        List<string> lines;
        await using (var program = await OutreachProgram.ServeSmallAsync(
            folder.Path, $"Telegram:Token={telegram.Token}", $"Telegram:ApiBaseUrl={telegram.BaseUrl}", "Storage:Provider=Local", "Logging:LogLevel:Default=Trace"))
        {
            var chat = telegram.Chat(MarkedChat);
            telegram.FailNext("sendMessage", BotApiFailure.Error(500, "Internal Server Error: zxq7markreply"), MarkedChat);
            telegram.FailNext("sendMessage", BotApiFailure.Error(400, "Bad Request: can't parse entities: zxq7markreply"), MarkedChat);
            telegram.AnswerNextPollWith("{\"ok\":true,\"result\":[{\"update_id\":5,\"message\":{\"text\":\"" + MarkedText + "\"");
            chat.Says($"{MarkedText} nghi viec bao lau dc lanh bhtn 0912345678");
            chat.Says($"{MarkedText} {new string('x', 9_000)}");
            chat.Sends(message => message["sticker"] = MarkedText);
            chat.Says("hotline");
            await program.UntilAsync(chat.WaitForAsync(3, Cancellation), "answer");
            await new ChatForm(program.Http).AskAsync(MarkedText);
            foreach (var path in new[] { "/", "/v3/directline/conversations", "/webhooks/telegram", $"/hoi-dap/{MarkedText}", $"/hoi-dap?q={MarkedText}" })
            {
                foreach (var body in new[] { MarkedText, "{\"text\":\"" + MarkedText, "{\"a\":" + new string('[', 2_000), new string('z', 300_000) + MarkedText })
                {
                    using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
                    using var answer = await program.Http.PostAsync(path, content, Cancellation);
                    Assert.True((int)answer.StatusCode < 500, $"{path} answered {(int)answer.StatusCode}");
                }
            }

            await program.StopAsync();
            lines = [.. program.Lines];
        }

        lines.AddRange(Directory.EnumerateFiles(Path.Combine(folder.Path, "data"), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".log", StringComparison.Ordinal) || file.Contains("log", StringComparison.OrdinalIgnoreCase) && !file.Contains("pg_", StringComparison.Ordinal))
            .SelectMany(File.ReadLines));
        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.Contains("zxq7mark", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(lines, line => line.Contains("88776655443", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("0912345678", StringComparison.Ordinal));
    }
}
