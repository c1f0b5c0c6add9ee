using System.Net;
using System.Text.RegularExpressions;
using Outreach.Bot.Tests.Host;
using Outreach.Cases.Receipts;

namespace Outreach.Bot.Tests.Help;

/// <summary>The pages as a browser without script uses them.</summary>
public sealed partial class HelpPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_sends_a_request_by_forms_alone_and_reads_it_by_its_code()
    {
        await using var house = await RunningHouse.StartAsync();
        var form = await Form.OpenAsync(house, "/tro-giup");
        Assert.Contains("tel:113", form.Page, StringComparison.Ordinal);
        await form.PostAsync(("v", "g:no:danger"));
        Assert.DoesNotContain("checked", form.Page, StringComparison.Ordinal);
        await form.PostAsync(("v", "g:yes:consent"));
        Assert.Contains("đánh dấu cả hai ô", form.Page, StringComparison.Ordinal);
        await form.PostAsync(("v", "g:yes:consent"), ("agree", "on"), ("understood", "on"));
        await form.PostAsync(("v", "g:topic:lao-dong"));
        await form.PostAsync(("v", "g:done"), ("text", "MARKED-STORY Công ty nợ lương.\nEm tên là Trần Thị Lan, số 0912345678."));
        Assert.Contains("0912345678", form.Page, StringComparison.Ordinal);
        await form.PostAsync(("v", "g:mask"));
        Assert.Contains("CHƯA GỬI", form.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("0912345678", form.Page, StringComparison.Ordinal);
        var code = ReceiptCode.Parse(string.Concat(CodeGroups().Matches(form.Page).Select(match => match.Groups[1].Value)))!;
        var picture = await form.PictureAsync();
        var send = SendButton().Match(form.Page).Value;
        await form.PostAsync(("v", send));
        Assert.Contains("Đã nhận", form.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(code.Grouped[..4] + "</span>", form.Page, StringComparison.Ordinal);
        await form.PostAsync(("v", send));
        Assert.Contains("Đã nhận", form.Page, StringComparison.Ordinal);

        var open = await Form.OpenAsync(house, "/tro-giup/xem");
        await open.PostAsync(("code", code.Grouped));
        Assert.Contains("Công ty nợ lương", open.Page, StringComparison.Ordinal);
        await open.PostAsync(("v", "g:more"));
        await open.PostAsync(("v", "g:done"), ("text", "Tháng này cũng chưa có."));
        Assert.Contains("Tháng này cũng chưa có.", open.Page, StringComparison.Ordinal);
        await open.PostAsync(("v", "g:erase"));
        await open.PostAsync(("v", "g:yes:erase"));
        Assert.Contains("Đã xóa yêu cầu", open.Page, StringComparison.Ordinal);
        open = await Form.OpenAsync(house, "/tro-giup/xem");
        await open.PostAsync(("code", code.Grouped));
        Assert.Contains("Không mở được", open.Page, StringComparison.Ordinal);

        Assert.Equal("image/png", picture.Type);
        Assert.Equal("anh-1.png", picture.Name);
        Assert.All(["MARKED-STORY", code.Grouped[..9], "0912345678"], secret => Assert.DoesNotContain(secret, house.Logs.All, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_of_a_draft_that_is_gone_or_of_a_token_that_is_not_ours_loses_nothing_silently()
    {
        await using var house = await RunningHouse.StartAsync();
        var form = await Form.OpenAsync(house, "/tro-giup");

        await form.PostAsync(("v", "g:done"), ("text", "nợ lương"));
        Assert.Contains("Bản nháp không còn nữa", form.Page, StringComparison.Ordinal);

        form.Token = "forged";
        await form.PostAsync(("v", "g:no:danger"));
        Assert.Contains("có ai đang gặp nguy hiểm", form.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_danger_show_their_card_and_the_dialog_goes_on()
    {
        await using var house = await RunningHouse.StartAsync();
        var form = await Form.OpenAsync(house, "/tro-giup");
        await form.PostAsync(("v", "g:no:danger"));
        await form.PostAsync(("v", "g:yes:consent"), ("agree", "on"), ("understood", "on"));
        await form.PostAsync(("v", "g:topic:other"));

        await form.PostAsync(("v", "g:done"), ("text", "chồng đánh em"));

        Assert.Contains("role=\"alert\"", form.Page, StringComparison.Ordinal);
        Assert.Contains("CHƯA GỬI", form.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_pages_are_not_stored_set_no_cookie_and_carry_nothing_in_their_addresses()
    {
        await using var house = await RunningHouse.StartAsync();
        foreach (var path in new[] { "/tro-giup", "/tro-giup/xem", "/tro-giup?lang=en" })
        {
            using var answer = await house.Http.GetAsync(new Uri(house.Public, path), Stop);
            var page = await answer.Content.ReadAsStringAsync(Stop);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Contains("noindex", page, StringComparison.Ordinal);
            Assert.DoesNotContain("method=\"get\"", page, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(HttpStatusCode.NotFound, await house.AskAsync(HttpMethod.Get, house.Console, path));
        }
    }

    [GeneratedRegex(@"<span>(\d{4})</span>")]
    private static partial Regex CodeGroups();

    [GeneratedRegex("g:send:[0-9a-f]+")]
    private static partial Regex SendButton();

    [GeneratedRegex("name=\"c\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    private sealed class Form(RunningHouse house, string path)
    {
        public string Page { get; private set; } = "";
        public string Token { get; set; } = "";

        public static async Task<Form> OpenAsync(RunningHouse house, string path)
        {
            var form = new Form(house, path);
            form.Take(await house.Http.GetStringAsync(new Uri(house.Public, path), Stop));
            return form;
        }

        public async Task PostAsync(params (string Name, string Value)[] fields)
        {
            using var content = new FormUrlEncodedContent([new("c", Token), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]);
            using var answer = await house.Http.PostAsync(new Uri(house.Public, path), content, Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Take(await answer.Content.ReadAsStringAsync(Stop));
        }

        public async Task<(string? Type, string? Name)> PictureAsync()
        {
            using var content = new FormUrlEncodedContent([new("c", Token)]);
            using var answer = await house.Http.PostAsync(new Uri(house.Public, "/tro-giup/anh"), content, Stop);
            return (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.FileName);
        }

        private void Take(string html)
        {
            Page = WebUtility.HtmlDecode(html);
            Token = TokenField().Match(html).Groups[1].Value;
        }
    }
}
