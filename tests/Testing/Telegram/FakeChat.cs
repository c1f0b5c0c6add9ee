using System.Text.Json.Nodes;

namespace Outreach.Testing.Telegram;

/// <summary>One chat, played by a test: what it says goes to the bot, what the bot sends it stays here.</summary>
public sealed class FakeChat
{
    private readonly FakeBotApi _api;
    private readonly Lock _lock = new();
    private readonly List<FakeMessage> _messages = [];
    private readonly List<(int Id, string Text)> _said = [];
    private readonly List<TaskCompletionSource> _waiting = [];

    internal FakeChat(FakeBotApi api, long id)
    {
        _api = api;
        Id = id;
    }

    public long Id { get; }

    /// <summary>A hint in every update; null leaves it out.</summary>
    public string? LanguageCode { get; set; } = "vi";

    /// <summary>The bot was blocked: everything sent here is refused with 403.</summary>
    public bool IsBlocked { get; private set; }

    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>What the person typed, but for what was deleted.</summary>
    public IReadOnlyList<string> Said
    {
        get
        {
            lock (_lock)
            {
                return [.. _said.Select(said => said.Text)];
            }
        }
    }

    /// <summary>The person types. Returns the update's number.</summary>
    public long Says(string text, Action<JsonObject>? change = null) => Sends(message =>
    {
        message["text"] = text;
        change?.Invoke(message);
    });

    /// <summary>The person sends a message of any kind (a sticker, a voice message).</summary>
    public long Sends(Action<JsonObject> fill)
    {
        var message = new JsonObject { ["message_id"] = _api.NextMessageId(), ["from"] = From(), ["chat"] = Chat(), ["date"] = 1_763_600_000 };
        fill(message);
        lock (_lock)
        {
            _said.Add((message["message_id"]!.GetValue<int>(), message["text"]?.GetValue<string>() ?? ""));
        }

        return _api.Enqueue(new JsonObject { ["message"] = message });
    }

    /// <summary>The person presses a button under a message of the bot, by its title: on the newest message that has it.</summary>
    public long Presses(string title)
    {
        var (message, button) = Messages.Reverse().SelectMany(m => m.Buttons.SelectMany(r => r).Select(b => (m, b)))
            .FirstOrDefault(p => string.Equals(p.b.Text, title, StringComparison.Ordinal));
        if (button?.Data is null)
        {
            throw new InvalidOperationException($"No button \"{title}\" in this chat. There are: {string.Join(", ", Messages.SelectMany(m => m.Buttons).SelectMany(r => r).Select(b => b.Text))}");
        }

        return PressesData(button.Data, message.Id);
    }

    public long PressesData(string data, int messageId) => _api.Enqueue(new JsonObject
    {
        ["callback_query"] = new JsonObject
        {
            ["id"] = $"cb{_api.NextMessageId()}",
            ["from"] = From(),
            ["message"] = new JsonObject { ["message_id"] = messageId, ["chat"] = Chat(), ["date"] = 1_763_600_000 },
            ["chat_instance"] = "1",
            ["data"] = data,
        },
    });

    public long Blocks()
    {
        IsBlocked = true;
        return Membership("member", "kicked");
    }

    public long Unblocks()
    {
        IsBlocked = false;
        return Membership("kicked", "member");
    }

    /// <summary>Completes with the messages once so many have come.</summary>
    public Task<IReadOnlyList<FakeMessage>> WaitForAsync(int count, CancellationToken cancellationToken) =>
        WaitUntilAsync(messages => messages.Count >= count, cancellationToken);

    /// <summary>Completes with the messages once they are as asked. A deletion alone is not looked at.</summary>
    public async Task<IReadOnlyList<FakeMessage>> WaitUntilAsync(Func<IReadOnlyList<FakeMessage>, bool> holds, CancellationToken cancellationToken)
    {
        while (true)
        {
            TaskCompletionSource waiting;
            lock (_lock)
            {
                if (holds(_messages))
                {
                    return [.. _messages];
                }

                waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Add(waiting);
            }

            await waiting.Task.WaitAsync(cancellationToken);
        }
    }

    internal void Receive(FakeMessage message)
    {
        lock (_lock)
        {
            _messages.Add(message);
            Signal();
        }
    }

    /// <summary>False when there is no such message; null when nothing would change.</summary>
    internal bool? Edit(FakeMessage changed)
    {
        lock (_lock)
        {
            var at = _messages.FindIndex(m => m.Id == changed.Id);
            if (at < 0)
            {
                return false;
            }

            if (_messages[at].Markup == changed.Markup && _messages[at].Buttons.SelectMany(r => r).SequenceEqual(changed.Buttons.SelectMany(r => r)))
            {
                return null;
            }

            _messages[at] = changed with { Edited = true };
            Signal();
            return true;
        }
    }

    internal void Delete(IEnumerable<int> ids)
    {
        lock (_lock)
        {
            var gone = ids.ToHashSet();
            _messages.RemoveAll(m => gone.Contains(m.Id));
            _said.RemoveAll(said => gone.Contains(said.Id));
        }
    }

    private long Membership(string before, string now) => _api.Enqueue(new JsonObject
    {
        ["my_chat_member"] = new JsonObject
        {
            ["chat"] = Chat(),
            ["from"] = From(),
            ["date"] = 1_763_600_000,
            ["old_chat_member"] = new JsonObject { ["status"] = before },
            ["new_chat_member"] = new JsonObject { ["status"] = now },
        },
    });

    private JsonObject From()
    {
        var from = new JsonObject { ["id"] = Math.Abs(Id), ["is_bot"] = false, ["first_name"] = "Lan" };
        if (LanguageCode is not null)
        {
            from["language_code"] = LanguageCode;
        }

        return from;
    }

    private JsonObject Chat() => new() { ["id"] = Id, ["type"] = Id < 0 ? "supergroup" : "private", ["first_name"] = "Lan" };

    private void Signal()
    {
        foreach (var waiting in _waiting)
        {
            waiting.TrySetResult();
        }

        _waiting.Clear();
    }
}
