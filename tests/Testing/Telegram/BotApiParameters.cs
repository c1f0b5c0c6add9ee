using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Outreach.Testing.Telegram;

/// <summary>Parameters as the Bot API takes them: JSON, a form, multipart or the query, all the same.</summary>
internal static class BotApiParameters
{
    private const int MaxCodePoints = 4096;
    private const int MaxCallbackBytes = 64;

    public static async Task<JsonElement> ReadAsync(HttpRequest request)
    {
        var all = new JsonObject();
        foreach (var (name, value) in request.Query)
        {
            all[name] = value.ToString();
        }

        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            foreach (var (name, value) in form)
            {
                all[name] = value.ToString();
            }

            foreach (var file in form.Files)
            {
                all[file.Name] = $"upload:{file.FileName}:{file.Length}";
            }
        }
        else if (request.ContentLength > 0)
        {
            using var body = await JsonDocument.ParseAsync(request.Body);
            return body.RootElement.Clone();
        }

        return JsonSerializer.SerializeToElement(all);
    }

    public static long? Long(JsonElement parameters, string name) => parameters.TryGetProperty(name, out var value) switch
    {
        true when value.ValueKind == JsonValueKind.Number => value.GetInt64(),
        true when value.ValueKind == JsonValueKind.String && long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    public static string? Text(JsonElement parameters, string name) =>
        parameters.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The message, or what the real server would refuse it with.</summary>
    public static (FakeMessage? Message, BotApiFailure? Fault) Message(JsonElement parameters, int id, DateTimeOffset at)
    {
        var markup = Text(parameters, "text") ?? "";
        var (text, fault) = Text(parameters, "parse_mode") == "HTML" ? TelegramHtml.Parse(markup) : (markup.Trim(), null);
        if (fault is not null)
        {
            return (null, BotApiFailure.Error(400, "Bad Request: can't parse entities: " + fault.Replace("\"", "\\\"", StringComparison.Ordinal)));
        }

        if (text.Length == 0)
        {
            return (null, BotApiFailure.Error(400, "Bad Request: message text is empty"));
        }

        if (text.EnumerateRunes().Count() > MaxCodePoints)
        {
            return (null, BotApiFailure.Error(400, "Bad Request: message is too long"));
        }

        var buttons = Buttons(parameters);
        if (buttons.SelectMany(r => r).Any(b => b.Data is { } data && Encoding.UTF8.GetByteCount(data) is 0 or > MaxCallbackBytes))
        {
            return (null, BotApiFailure.Error(400, "Bad Request: BUTTON_DATA_INVALID"));
        }

        return (new FakeMessage(id, text, markup, buttons, at), null);
    }

    private static IReadOnlyList<IReadOnlyList<FakeButton>> Buttons(JsonElement parameters) =>
        parameters.TryGetProperty("reply_markup", out var keyboard) && keyboard.TryGetProperty("inline_keyboard", out var rows)
            ? [.. rows.EnumerateArray().Select(r => (IReadOnlyList<FakeButton>)[.. r.EnumerateArray().Select(b => new FakeButton(b.GetProperty("text").GetString()!, Text(b, "callback_data"), Text(b, "url")))])]
            : [];
}
