using System.Text;
using Microsoft.Extensions.Options;
using Outreach.Channels.Telegram;

namespace Outreach.Channels.Tests.Telegram;

public sealed class ReaderTests
{
    private const string Private = """{"id":9,"type":"private"}""";
    private const string Group = """{"id":-5,"type":"supergroup"}""";
    private readonly TelegramReader _reader = new(new BotIdentity(Options.Create(new TelegramOptions { Token = "42:x" })) { Username = "OutreachBot" });

    [Theory]
    [InlineData("xin chào", "xin chào", null)]
    [InlineData("/start", "/start", null)]
    [InlineData("/start tin-01", "/start", "tin-01")]
    [InlineData("/START tin-01", "/start", "tin-01")]
    [InlineData("/lenh@OutreachBot một hai", "/lenh một hai", null)]
    [InlineData("a\u0323", "ạ", null)]
    public void What_is_typed_is_read(string typed, string text, string? payload)
    {
        var activity = Known(Message(Private, $"\"text\":{Quote(typed)}"));

        Assert.Equal((ActivityKind.Text, text, payload, false), (activity.Kind, activity.Text, activity.StartPayload, activity.InGroup));
    }

    [Theory]
    [InlineData("xin chào mọi người", "", null)]
    [InlineData("/lenh", "", null)]
    [InlineData("/lenh@OtherBot", "", null)]
    [InlineData("/lenh@OutreachBot", "", "/lenh")]
    [InlineData("@outreachbot ơi, cho hỏi", "", "ơi, cho hỏi")]
    [InlineData("cho @OutreachBot hỏi", "", "cho hỏi")]
    [InlineData("@OutreachBotX ơi", "", null)]
    [InlineData("cảm ơn", ",\"reply_to_message\":{\"from\":{\"id\":42}}", "cảm ơn")]
    [InlineData("cảm ơn", ",\"reply_to_message\":{\"from\":{\"id\":43}}", null)]
    public void In_a_group_only_what_is_meant_for_us_is_read(string typed, string more, string? text)
    {
        var read = _reader.Read(Bytes(Message(Group, $"\"text\":{Quote(typed)}{more}")));

        Assert.Equal(text, (read as ReadUpdate.Known)?.Activity.Text);
        Assert.True(text is null ? read is ReadUpdate.Ignored : ((ReadUpdate.Known)read).Activity.InGroup);
    }

    [Theory]
    [InlineData("\"photo\":[{}]", ActivityKind.Unreadable, "")]
    [InlineData("\"voice\":{}", ActivityKind.Unreadable, "")]
    [InlineData("\"sticker\":{}", ActivityKind.Unreadable, "")]
    [InlineData("\"photo\":[{}],\"caption\":\"bị nợ lương\"", ActivityKind.Text, "bị nợ lương")]
    public void What_we_cannot_read_is_said_to_be_so_but_its_words_are_read(string content, ActivityKind kind, string text)
    {
        var activity = Known(Message(Private, content));

        Assert.Equal((kind, text), (activity.Kind, activity.Text));
    }

    [Theory]
    [InlineData("""{"update_id":1,"edited_message":{}}""")]
    [InlineData("""{"update_id":1,"channel_post":{"chat":{"id":1}}}""")]
    [InlineData("""{"update_id":1,"something_new":{}}""")]
    [InlineData("""{"update_id":1}""")]
    [InlineData("""{"update_id":1,"message":{"message_id":1,"from":{"id":9},"chat":{"id":9,"type":"private"},"pinned_message":{}}}""")]
    [InlineData("""{"update_id":1,"message":{"message_id":1,"from":{"id":9,"is_bot":true},"chat":{"id":9,"type":"private"},"text":"a"}}""")]
    [InlineData("""{"update_id":1,"callback_query":{"id":"1","data":"x","inline_message_id":"y"}}""")]
    [InlineData("""{"update_id":1,"my_chat_member":{"chat":{"id":-5,"type":"group"},"old_chat_member":{"status":"member"},"new_chat_member":{"status":"administrator"}}}""")]
    public void What_is_not_for_us_is_passed_over(string update) => Assert.IsType<ReadUpdate.Ignored>(_reader.Read(Bytes(update)));

    [Theory]
    [InlineData("member", "kicked", ActivityKind.Left)]
    [InlineData("member", "left", ActivityKind.Left)]
    [InlineData("kicked", "member", ActivityKind.Joined)]
    public void Blocking_and_coming_back_are_heard(string before, string now, ActivityKind kind)
    {
        var activity = Known($$$$"""{"update_id":1,"my_chat_member":{"chat":{{{{Private}}}},"from":{"language_code":"vi"},"old_chat_member":{"status":"{{{{before}}}}"},"new_chat_member":{"status":"{{{{now}}}}"}}}""");

        Assert.Equal((kind, "9", "vi"), (activity.Kind, activity.Address.Value, activity.LanguageHint));
    }

    [Fact]
    public void A_text_longer_than_anybody_asks_in_is_cut_between_letters()
    {
        var activity = Known(Message(Private, $"\"text\":{Quote(new string('a', 3999) + "👩‍👩‍👧")}"));

        Assert.Equal(new string('a', 3999), activity.Text);
    }

    [Fact]
    public void Cut_and_changed_bytes_never_throw_and_never_show_a_value_in_the_shape()
    {
        var chance = new Random(11);
        var whole = Bytes(Message(Private, $"\"text\":{Quote("MARKED lương tháng \\n 👩")},\"entities\":[{{\"type\":\"bold\",\"offset\":1}}]")).ToArray();
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = whole[..(i % 3 == 0 ? chance.Next(whole.Length) : whole.Length)];
            for (var changes = chance.Next(4); changes > 0 && bytes.Length > 0; changes--)
            {
                bytes[chance.Next(bytes.Length)] = (byte)(chance.Next(2) == 0 ? chance.Next(256) : "{}[]\",:\\u0d"[chance.Next(11)]);
            }

            if (_reader.Read(bytes) is ReadUpdate.Broken broken)
            {
                Assert.DoesNotContain("MARKED", broken.Shape, StringComparison.Ordinal);
                Assert.InRange(broken.Shape.Length, 1, 500);
            }
        }
    }

    [Fact]
    public void An_answer_cut_anywhere_still_gives_the_updates_that_are_whole()
    {
        var update = Message(Private, "\"text\":\"]}{[\\\"\"");
        var answer = Bytes($$$"""{"ok":true,"result":[{{{update}}}, {{{update}}},{{{update}}}]}""").ToArray();
        var ends = new List<int>();
        for (var length = 0; length <= answer.Length; length++)
        {
            var found = UpdateSlices.TryRead(answer.AsMemory(0, length), out var updates) ? updates : [];
            ends.Add(found.Count);
            Assert.All(found, u => Assert.Equal(update, Encoding.UTF8.GetString(u.Span)));
        }

        Assert.Equal(3, ends[^1]);
        Assert.Equal([0, 1, 2, 3], ends.Distinct());
    }

    private Activity Known(string update) => Assert.IsType<ReadUpdate.Known>(_reader.Read(Bytes(update))).Activity;

    private static string Message(string chat, string content) =>
        $$$"""{"update_id":1,"message":{"message_id":1,"from":{"id":9,"is_bot":false,"first_name":"Lan"},"chat":{{{chat}}},{{{content}}}}}""";

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
