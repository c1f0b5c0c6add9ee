using System.Net.Http.Headers;
using System.Net.WebSockets;
using static Outreach.Channels.Tests.Rendering.Sample;

namespace Outreach.Channels.Tests.DirectLine;

public sealed class DirectLineTests
{
    private const string Hello = """{"type":"message","text":"Xin chào","from":{"id":"u1"},"locale":"vi-VN","channelData":{"clientActivityID":"k1"}}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_starts_once_and_greets_once()
    {
        await using var host = await DirectLineHost.StartAsync();
        var granted = await host.PostAsync("/tokens/generate", null);
        var token = granted.Body.GetProperty("token").GetString();

        var first = await host.PostAsync("/conversations", token, """{"locale":"vi-VN"}""");
        var again = await host.PostAsync("/conversations", token);

        Assert.Equal((200, 201, 200), (granted.Status, first.Status, again.Status));
        Assert.Equal(1800, first.Body.GetProperty("expires_in").GetInt32());
        Assert.Equal(granted.Body.GetProperty("conversationId").GetString(), first.Body.GetProperty("conversationId").GetString());
        Assert.StartsWith($"ws://{host.Authority}/v3/directline/conversations/", first.Body.GetProperty("streamUrl").GetString(), StringComparison.Ordinal);
        var joined = Assert.Single(host.Turns.Activities);
        Assert.Equal((ActivityKind.Joined, "vi-VN", "directline"), (joined.Kind, joined.LanguageHint, joined.Address.Channel));
    }

    [Fact]
    public async Task What_is_said_comes_back_on_the_stream_and_the_answer_after_it()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.OpenAsync();

        var posted = await host.PostAsync($"/conversations/{id}/activities", token, Hello);
        await host.Sender.SendAsync(host.Turns.Activities[1].Address, Reply(P("Chào *bạn*")) with { Buttons = [new Button("Hợp đồng", "a:hd"), new Button("Công an", "tel:113", IsLink: true)] }, SendPriority.Reply, Cancel);
        var listed = await host.GetAsync($"/conversations/{id}/activities", token);

        var said = listed.Body.GetProperty("activities")[0];
        var answer = listed.Body.GetProperty("activities")[1];
        Assert.Equal(posted.Body.GetProperty("id").GetString(), said.GetProperty("id").GetString());
        Assert.Equal("k1", said.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal(said.GetProperty("id").GetString(), answer.GetProperty("replyToId").GetString());
        Assert.Equal(("markdown", "Chào \\*bạn\\*", "bot"), (answer.GetProperty("textFormat").GetString(), answer.GetProperty("text").GetString(), answer.GetProperty("from").GetProperty("role").GetString()));
        Assert.Equal(
            ["postBack Hợp đồng a:hd", "call Công an tel:113"],
            answer.GetProperty("suggestedActions").GetProperty("actions").EnumerateArray().Select(a => $"{a.GetProperty("type")} {a.GetProperty("title")} {a.GetProperty("value")}"));
        Assert.Equal((ActivityKind.Text, "Xin chào", $"{id}|k1"), (host.Turns.Activities[1].Kind, host.Turns.Activities[1].Text, host.Turns.Activities[1].UpdateId));
    }

    [Fact]
    public async Task What_is_deleted_is_in_no_later_answer_and_the_rest_is()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.OpenAsync();
        var address = new ChannelAddress("directline", id);
        await host.PostAsync($"/conversations/{id}/activities", token, Hello);
        var question = (SendOutcome.Sent)await host.Sender.SendAsync(address, Reply(P("Bạn kể đi")), SendPriority.Reply, Cancel);
        await host.Sender.SendAsync(address, Reply(P("Đã nhận")), SendPriority.Reply, Cancel);

        var outcome = await host.Sender.DeleteAsync(address, [host.Turns.Activities[^1].OwnMessageId!, question.ExternalId], Cancel);

        var left = await host.GetAsync($"/conversations/{id}/activities", token);
        Assert.IsType<DeleteOutcome.Gone>(outcome);
        Assert.Equal("Đã nhận", Assert.Single(left.Body.GetProperty("activities").EnumerateArray()).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_watermark_brings_only_what_came_after_it()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.OpenAsync();
        await host.PostAsync($"/conversations/{id}/activities", token, Hello);
        var first = await host.GetAsync($"/conversations/{id}/activities", token);
        var watermark = first.Body.GetProperty("watermark").GetString();

        var nothing = await host.GetAsync($"/conversations/{id}/activities?watermark={watermark}", token);
        await host.PostAsync($"/conversations/{id}/activities", token, Hello.Replace("Xin chào", "hai", StringComparison.Ordinal));
        var next = await host.GetAsync($"/conversations/{id}/activities?watermark={watermark}", token);

        Assert.Equal(0, nothing.Body.GetProperty("activities").GetArrayLength());
        Assert.Equal(watermark, nothing.Body.GetProperty("watermark").GetString());
        Assert.Equal("hai", Assert.Single(next.Body.GetProperty("activities").EnumerateArray()).GetProperty("text").GetString());
    }

    [Fact]
    public async Task The_socket_brings_what_was_said_before_and_after_it_opened()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, stream) = await host.OpenAsync();
        await host.PostAsync($"/conversations/{id}/activities", token, Hello);

        using var socket = await DirectLineHost.ConnectAsync(stream);
        var before = await DirectLineHost.HearAsync(socket);
        await host.Sender.SendAsync(new ChannelAddress("directline", id), Reply(P("Trả lời")), SendPriority.Reply, Cancel);
        var after = await DirectLineHost.HearAsync(socket);

        Assert.Equal("Xin chào", before!.Value.GetProperty("activities")[0].GetProperty("text").GetString());
        Assert.Equal("Trả lời", after!.Value.GetProperty("activities")[0].GetProperty("text").GetString());
        Assert.True(after.Value.TryGetProperty("watermark", out _));
    }

    [Fact]
    public async Task Typing_is_shown_on_the_socket_and_never_kept()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, stream) = await host.OpenAsync();
        using var socket = await DirectLineHost.ConnectAsync(stream);
        await host.PostAsync($"/conversations/{id}/activities", token, Hello);
        await DirectLineHost.HearAsync(socket);

        await host.PostAsync($"/conversations/{id}/activities", token, """{"type":"typing","from":{"id":"u1"}}""");
        var heard = await DirectLineHost.HearAsync(socket);
        var listed = await host.GetAsync($"/conversations/{id}/activities", token);

        Assert.Equal("typing", heard!.Value.GetProperty("activities")[0].GetProperty("type").GetString());
        Assert.False(heard.Value.TryGetProperty("watermark", out _));
        Assert.Equal(1, listed.Body.GetProperty("activities").GetArrayLength());
    }

    [Fact]
    public async Task After_a_drop_the_client_goes_on_where_it_was()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, stream) = await host.OpenAsync();
        await host.PostAsync($"/conversations/{id}/activities", token, Hello);
        string? watermark;
        using (var socket = await DirectLineHost.ConnectAsync(stream))
        {
            watermark = (await DirectLineHost.HearAsync(socket))!.Value.GetProperty("watermark").GetString();
        }

        await host.Sender.SendAsync(new ChannelAddress("directline", id), Reply(P("trong lúc mất mạng")), SendPriority.Reply, Cancel);
        var again = await host.GetAsync($"/conversations/{id}?watermark={watermark}", token);
        using var second = await DirectLineHost.ConnectAsync(again.Body.GetProperty("streamUrl").GetString()!);
        var heard = await DirectLineHost.HearAsync(second);

        Assert.Equal("trong lúc mất mạng", Assert.Single(heard!.Value.GetProperty("activities").EnumerateArray()).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_socket_address_opens_once_and_for_a_minute()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, _, used) = await host.OpenAsync();
        var (_, _, late) = await host.OpenAsync();
        using var socket = await DirectLineHost.ConnectAsync(used);
        host.Clock.Advance(TimeSpan.FromSeconds(60));

        await Assert.ThrowsAsync<WebSocketException>(() => DirectLineHost.ConnectAsync(used));
        await Assert.ThrowsAsync<WebSocketException>(() => DirectLineHost.ConnectAsync(late));
    }

    [Fact]
    public async Task A_second_socket_takes_the_place_of_the_first()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, stream) = await host.OpenAsync();
        using var first = await DirectLineHost.ConnectAsync(stream);
        var again = await host.GetAsync($"/conversations/{id}", token);

        using var second = await DirectLineHost.ConnectAsync(again.Body.GetProperty("streamUrl").GetString()!);

        Assert.Null(await DirectLineHost.HearAsync(first));
        Assert.Equal("collision", first.CloseStatusDescription);
    }

    [Fact]
    public async Task A_page_of_another_origin_opens_no_socket_and_reads_no_answer()
    {
        await using var host = await DirectLineHost.StartAsync(origins: "https://good.example");
        var (_, _, stream) = await host.OpenAsync();

        var good = await host.CallAsync(HttpMethod.Options, "/tokens/generate", null, origin: "https://good.example");
        var bad = await host.CallAsync(HttpMethod.Options, "/tokens/generate", null, origin: "https://bad.example");

        Assert.Equal(204, good.Status);
        Assert.Equal("https://good.example", good.Response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("x-ms-bot-agent", good.Response.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal);
        Assert.False(bad.Response.Headers.Contains("Access-Control-Allow-Origin"));
        await Assert.ThrowsAsync<WebSocketException>(() => DirectLineHost.ConnectAsync(stream, "https://bad.example"));
    }

    [Fact]
    public async Task Errors_say_what_clients_know()
    {
        await using var host = await DirectLineHost.StartAsync(DirectLineHost.Secret);
        var granted = await host.PostAsync("/tokens/generate", DirectLineHost.Secret);
        var token = granted.Body.GetProperty("token").GetString();
        var id = granted.Body.GetProperty("conversationId").GetString();

        Assert.Equal("401 Unauthorized", DirectLineHost.Code(await host.PostAsync("/tokens/generate", null)));
        Assert.Equal("403 BadToken", DirectLineHost.Code(await host.PostAsync("/tokens/generate", "wrong")));
        Assert.Equal("403 BadToken", DirectLineHost.Code(await host.PostAsync("/tokens/generate", token)));
        Assert.Equal("403 BadToken", DirectLineHost.Code(await host.GetAsync("/conversations/c-other/activities", token)));
        Assert.Equal("404 ConversationNotFound", DirectLineHost.Code(await host.GetAsync("/conversations/c-other/activities", DirectLineHost.Secret)));
        Assert.Equal("404 NotFound", DirectLineHost.Code(await host.GetAsync($"/conversations/{id}/stream/multimodal", token)));
        Assert.Equal("400 BadArgument", DirectLineHost.Code(await host.PostAsync($"/conversations/{id}/activities", token, "[]")));
        Assert.Equal("400 MissingProperty", DirectLineHost.Code(await host.PostAsync($"/conversations/{id}/activities", token, "{}")));
        Assert.Equal("400 BadArgument", DirectLineHost.Code(await host.PostAsync($"/conversations/{id}/activities", token, """{"type":"message","text":"a","from":{"id":"dl_other"}}""")));
        Assert.Equal("413 MessageSizeTooBig", DirectLineHost.Code(await host.PostAsync($"/conversations/{id}/activities", token, $$$"""{"type":"message","text":"{{{new string('a', 300_000)}}}"}""")));
        host.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("403 TokenExpired", DirectLineHost.Code(await host.PostAsync("/tokens/refresh", token)));
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_ends_and_keeps_its_conversation_and_user()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.OpenAsync("""{"user":{"id":"dl_7f3a"}}""");

        host.Clock.Advance(TimeSpan.FromMinutes(20));
        var renewed = await host.PostAsync("/tokens/refresh", token);
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        await host.PostAsync($"/conversations/{id}/activities", renewed.Body.GetProperty("token").GetString(), Hello);
        var listed = await host.GetAsync($"/conversations/{id}/activities", renewed.Body.GetProperty("token").GetString());

        Assert.Equal("dl_7f3a", listed.Body.GetProperty("activities")[0].GetProperty("from").GetProperty("id").GetString());
    }

    [Fact]
    public async Task One_address_opens_so_many_conversations_and_is_then_asked_to_wait()
    {
        await using var host = await DirectLineHost.StartAsync();
        var statuses = new List<int>();
        for (var i = 0; i < 61; i++)
        {
            statuses.Add((await host.PostAsync("/tokens/generate", null)).Status);
        }

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await host.PostAsync("/tokens/generate", null);

        Assert.Equal((60, 429, 200), (statuses.Count(s => s == 200), statuses[^1], later.Status));
    }

    [Theory]
    [InlineData("""{"type":"message","text":"a:hd","channelData":{"postBack":true}}""", ActivityKind.Button, "a:hd")]
    [InlineData("""{"type":"message","value":"a:hd","channelData":{"postBack":true}}""", ActivityKind.Button, "a:hd")]
    [InlineData("""{"type":"message","text":"a\u0323"}""", ActivityKind.Text, "ạ")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"image/png"}]}""", ActivityKind.Unreadable, "")]
    public async Task A_message_is_read_by_what_it_is(string json, ActivityKind kind, string text)
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.OpenAsync();

        await host.PostAsync($"/conversations/{id}/activities", token, json);

        Assert.Equal((kind, text), (host.Turns.Activities[1].Kind, host.Turns.Activities[1].Text));
    }

    [Fact]
    public async Task Files_are_named_to_the_client_and_never_kept()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.OpenAsync();
        using var form = new MultipartFormDataContent();
        var activity = new StringContent("""{"type":"message","from":{"id":"u1"},"channelData":{"clientActivityID":"k9"}}""");
        activity.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
        form.Add(activity, "activity", "blob");
        form.Add(new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, "file", "hộ chiếu.png");
        form.Add(new ByteArrayContent([4]), "file", "b.bin");

        var posted = await host.CallAsync(HttpMethod.Post, $"/conversations/{id}/upload?userId=u1", token, form);
        var listed = await host.GetAsync($"/conversations/{id}/activities", token);

        Assert.Equal(200, posted.Status);
        Assert.Equal(ActivityKind.Unreadable, host.Turns.Activities[1].Kind);
        var attachments = listed.Body.GetProperty("activities")[0].GetProperty("attachments");
        Assert.Equal(["hộ chiếu.png", "b.bin"], attachments.EnumerateArray().Select(a => a.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Files_of_more_than_the_servers_own_bound_are_read_past()
    {
        await using var host = await DirectLineHost.StartAsync(maxBodyBytes: 1 << 20);
        var (id, token, _) = await host.OpenAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[2 << 20]), "file", "a.bin" } };

        var posted = await host.CallAsync(HttpMethod.Post, $"/conversations/{id}/upload?userId=u1", token, form);

        Assert.Equal(200, posted.Status);
        Assert.Equal(ActivityKind.Unreadable, host.Turns.Activities[1].Kind);
    }

    [Fact]
    public async Task Of_a_long_text_and_of_large_channel_data_only_so_much_is_kept()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.OpenAsync();

        await host.PostAsync($"/conversations/{id}/activities", token, $$$"""{"type":"message","text":"{{{new string('a', 9000)}}}","channelData":{"clientActivityID":"k1","x":"{{{new string('b', 5000)}}}"}}""");
        var kept = (await host.GetAsync($"/conversations/{id}/activities", token)).Body.GetProperty("activities")[0];

        Assert.Equal(Activity.MaxTextChars, kept.GetProperty("text").GetString()!.Length);
        Assert.Equal("""{"clientActivityID":"k1"}""", kept.GetProperty("channelData").GetRawText());
    }

    [Fact]
    public async Task Who_listens_hears_an_answer_that_comes_after_the_conversation_was_forgotten()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, stream) = await host.OpenAsync();
        await host.PostAsync($"/conversations/{id}/activities", token, Hello);
        using var socket = await DirectLineHost.ConnectAsync(stream);
        await DirectLineHost.HearAsync(socket);

        host.Clock.Advance(TimeSpan.FromMinutes(45));
        await host.Sender.SendAsync(host.Turns.Activities[1].Address, Reply(P("đáp")), SendPriority.Reply, Cancel);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        var heard = await DirectLineHost.HearAsync(socket).WaitAsync(patience.Token);

        Assert.Equal("đáp", heard!.Value.GetProperty("activities")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Who_talks_faster_than_people_do_is_told_to_wait()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.OpenAsync();
        for (var i = 0; i < 60; i++)
        {
            Assert.Equal(200, (await host.PostAsync($"/conversations/{id}/activities", token, """{"type":"typing"}""")).Status);
        }

        var refused = await host.PostAsync($"/conversations/{id}/activities", token, Hello);
        host.Clock.Advance(refused.Response.Headers.RetryAfter!.Delta!.Value);
        var taken = await host.PostAsync($"/conversations/{id}/activities", token, Hello);

        Assert.Equal("429 TooManyRequests", DirectLineHost.Code(refused));
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Response.Headers.RetryAfter.Delta);
        Assert.Equal(200, taken.Status);
    }

    [Fact]
    public async Task When_nothing_can_be_stored_the_client_hears_so()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.OpenAsync();
        host.Turns.Answer = _ => Task.FromResult(TurnReceipt.Unavailable);

        var posted = await host.PostAsync($"/conversations/{id}/activities", token, Hello);

        Assert.Equal("503 ServiceUnavailable", DirectLineHost.Code(posted));
    }

    [Fact]
    public async Task A_good_token_outlives_the_memory_of_what_was_said()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (id, token, _) = await host.OpenAsync();
        await host.PostAsync($"/conversations/{id}/activities", token, Hello);
        var watermark = (await host.GetAsync($"/conversations/{id}/activities", token)).Body.GetProperty("watermark").GetString();
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        token = (await host.PostAsync("/tokens/refresh", token)).Body.GetProperty("token").GetString()!;
        host.Clock.Advance(TimeSpan.FromMinutes(11));

        await host.Sender.SendAsync(new ChannelAddress("directline", id), Reply(P("muộn")), SendPriority.Reply, Cancel);
        var listed = await host.GetAsync($"/conversations/{id}/activities?watermark={watermark}", token);

        Assert.Equal("muộn", Assert.Single(listed.Body.GetProperty("activities").EnumerateArray()).GetProperty("text").GetString());
    }
}
