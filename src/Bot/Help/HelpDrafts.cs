using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Cases.Receipts;
using Outreach.Channels;

namespace Outreach.Bot.Help;

/// <summary>
/// Who is asking for help just now. In memory only, fifteen minutes from their last word; what they wrote and their code lie sealed
/// under a key that this process made for itself, and whose they are is known by a keyed hash.
/// </summary>
internal sealed class HelpDrafts : IDisposable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>So long it is still known that a draft ran out, to say so to who comes back to it.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);
    private const int Capacity = 5_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Held> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _sent = new(StringComparer.Ordinal);
    private readonly byte[] _names = RandomNumberGenerator.GetBytes(32);
    private readonly ProcessCipher _cipher = new();
    private readonly TimeProvider _time;
    private readonly ITimer _sweeper;

    public HelpDrafts(TimeProvider time)
    {
        _time = time;
        _sweeper = time.CreateTimer(_ => Sweep(), null, SweepEvery, SweepEvery);
    }

    /// <summary>Null when there is none, or no longer.</summary>
    public HelpDraft? Find(ChannelAddress address)
    {
        lock (_gate)
        {
            return _held.TryGetValue(NameOf(address), out var held) && held.Until > _time.GetUtcNow() && held.State is not null ? Open(held) : null;
        }
    }

    /// <summary>Keeps it for another <see cref="Lifetime"/>.</summary>
    public void Keep(ChannelAddress address, HelpDraft draft)
    {
        lock (_gate)
        {
            var name = NameOf(address);
            if (_held.Count >= Capacity && !_held.ContainsKey(name))
            {
                MakeRoom();
            }

            if (_held.TryGetValue(name, out var before))
            {
                before.Wipe();
            }

            _held[name] = Seal(draft);
        }
    }

    /// <summary>Changes it if it is still the same one: for what is heard of a message while the next one is already handled.</summary>
    public void Change(ChannelAddress address, Guid draft, Func<HelpDraft, HelpDraft> change)
    {
        lock (_gate)
        {
            if (_held.TryGetValue(NameOf(address), out var held) && held.State?.Id == draft)
            {
                var (until, changed) = (held.Until, Seal(change(Open(held))));
                held.Wipe();
                changed.Until = until;
                _held[NameOf(address)] = changed;
            }
        }
    }

    public void Forget(ChannelAddress address)
    {
        lock (_gate)
        {
            if (_held.Remove(NameOf(address), out var held))
            {
                held.Wipe();
            }
        }
    }

    /// <summary>Who has sent a request sends no other for as long as a draft lives, whatever they do with the first; unless they erase it.</summary>
    public void Note(ChannelAddress address, HelpStep step)
    {
        lock (_gate)
        {
            if (step == HelpStep.Erased)
            {
                _sent.Remove(NameOf(address));
            }
            else if (step == HelpStep.Received)
            {
                if (_sent.Count >= Capacity)
                {
                    _sent.Remove(_sent.MinBy(pair => pair.Value).Key);
                }

                _sent[NameOf(address)] = _time.GetUtcNow() + Lifetime;
            }
        }
    }

    public bool HasJustSent(ChannelAddress address)
    {
        lock (_gate)
        {
            return _sent.TryGetValue(NameOf(address), out var until) && until > _time.GetUtcNow();
        }
    }

    /// <summary>Whether a draft of theirs ran out; asked once.</summary>
    public bool TakeExpired(ChannelAddress address)
    {
        lock (_gate)
        {
            return _held.TryGetValue(NameOf(address), out var held) && held.Until <= _time.GetUtcNow() && held.WasOpen && _held.Remove(NameOf(address));
        }
    }

    public void Dispose()
    {
        _sweeper.Dispose();
        lock (_gate)
        {
            foreach (var held in _held.Values)
            {
                held.Wipe();
            }

            _held.Clear();
            _sent.Clear();
            _cipher.Dispose();
        }
    }

    private void Sweep()
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            foreach (var (name, _) in _sent.Where(pair => pair.Value <= now).ToList())
            {
                _sent.Remove(name);
            }

            foreach (var (name, held) in _held.Where(pair => pair.Value.Until <= now).ToList())
            {
                held.Wipe();
                if (!held.WasOpen || held.Until + Remembered <= now)
                {
                    _held.Remove(name);
                }
            }
        }
    }

    /// <summary>A flood of beginnings pushes out what has run out, then the oldest without words, then the oldest.</summary>
    private void MakeRoom()
    {
        var now = _time.GetUtcNow();
        foreach (var (name, held) in _held.OrderBy(pair => pair.Value.Until > now).ThenBy(pair => pair.Value.HasWords).ThenBy(pair => pair.Value.Until).Take(Capacity / 10).ToList())
        {
            held.Wipe();
            _held.Remove(name);
        }
    }

    private string NameOf(ChannelAddress address) =>
        Convert.ToHexString(HMACSHA256.HashData(_names, Encoding.UTF8.GetBytes($"{address.Channel}\n{address.Value}")));

    private Held Seal(HelpDraft draft)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(new Secrets(draft.State.Code?.Grouped, draft.State.Words), DraftJson.Default.Secrets);
        var box = _cipher.Seal(plain);
        CryptographicOperations.ZeroMemory(plain);
        return new Held(draft.State with { Code = null, Words = [] }, draft.Messages, box)
        {
            Until = _time.GetUtcNow() + Lifetime,
            WasOpen = !draft.State.IsOver,
            HasWords = draft.State.Words.Count > 0,
        };
    }

    private HelpDraft Open(Held held)
    {
        var plain = _cipher.Open(held.Box);
        var secrets = JsonSerializer.Deserialize(plain, DraftJson.Default.Secrets)!;
        CryptographicOperations.ZeroMemory(plain);
        return new HelpDraft(held.State! with { Code = ReceiptCode.Parse(secrets.Code), Words = secrets.Words }, held.Messages);
    }

    private sealed class Held(HelpState? state, IReadOnlyList<string> messages, byte[] box)
    {
        public HelpState? State { get; private set; } = state;
        public IReadOnlyList<string> Messages { get; private set; } = messages;
        public byte[] Box { get; } = box;
        public required DateTimeOffset Until { get; set; }

        /// <summary>Something was still to come when it was kept last.</summary>
        public required bool WasOpen { get; init; }

        public required bool HasWords { get; init; }

        public void Wipe()
        {
            CryptographicOperations.ZeroMemory(Box);
            (State, Messages) = (null, []);
        }
    }

    internal sealed record Secrets(string? Code, IReadOnlyList<string> Words);
}

[JsonSerializable(typeof(HelpDrafts.Secrets))]
internal sealed partial class DraftJson : JsonSerializerContext;
