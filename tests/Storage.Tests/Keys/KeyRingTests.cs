using System.Security.Cryptography;
using System.Text;
using Outreach.Storage.Keys;

namespace Outreach.Storage.Tests.Keys;

public sealed class KeyRingTests
{
    private static readonly Guid Row = new("11111111-2222-4333-8444-555555555555");

    // Master key 00 01 … 1f. The expected values were computed with Node's crypto module, not with this code.
    private static readonly KeyRing Known = new(CountingKey(), CountingKey(), CountingKey());

    [Fact]
    public void Lookups_and_tokens_match_vectors_computed_elsewhere()
    {
        Assert.Equal("87e8bac319e5f2f76d04de2b5ce4b50d", Convert.ToHexStringLower(Known.ConversationKey("telegram", "12345")));
        Assert.Equal("84220d9552fce3ac709bf7b1a5f2d305", Convert.ToHexStringLower(Known.SeenKey("telegram", "12345")));
        Assert.Equal("ae12088c483a6c620f28661309c6ccbe788e81811e2ce7956648021c7b05ebb6", Convert.ToHexStringLower(Known.SignToken("payload"u8)));
    }

    [Fact]
    public void An_envelope_made_elsewhere_opens()
    {
        var envelope = Convert.FromHexString("0101000102030405060708090a0b99390eb5b74dfad404225ccbb94fc4ce9b1e29713f43db766a");

        Assert.Equal("chat-0042", Known.OpenAddress("subscribers", Row, envelope));
    }

    [Fact]
    public void A_ciphertext_moved_to_another_row_or_table_does_not_open()
    {
        var envelope = Known.SealAddress("subscribers", Row, "12345");

        Assert.Equal("12345", Known.OpenAddress("subscribers", Row, envelope));
        Assert.ThrowsAny<CryptographicException>(() => Known.OpenAddress("subscribers", Guid.NewGuid(), envelope));
        Assert.ThrowsAny<CryptographicException>(() => Known.OpenAddress("outbox", Row, envelope));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(14)]
    [InlineData(30)]
    public void A_changed_envelope_does_not_open(int changedByte)
    {
        var envelope = Known.SealAddress("subscribers", Row, "12345");

        envelope[changedByte] ^= 1;

        Assert.ThrowsAny<CryptographicException>(() => Known.OpenAddress("subscribers", Row, envelope));
    }

    [Fact]
    public void What_cannot_be_opened_is_not_in_the_message()
    {
        var thrown = Assert.ThrowsAny<CryptographicException>(() => Known.OpenAddress("subscribers", Row, Encoding.UTF8.GetBytes("GIAM-SAT-0042")));

        Assert.DoesNotContain("GIAM-SAT", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Channel_and_address_cannot_be_shifted_into_one_another()
    {
        Assert.NotEqual(Known.ConversationKey("ab", "c"), Known.ConversationKey("a", "bc"));
    }

    [Fact]
    public void Two_rings_share_nothing()
    {
        Assert.NotEqual(KeyRing.Ephemeral().ConversationKey("web", "1"), KeyRing.Ephemeral().ConversationKey("web", "1"));
    }

    private static MasterKeys CountingKey() => new(new Dictionary<byte, byte[]> { [1] = [.. Enumerable.Range(0, 32).Select(i => (byte)i)] });
}
