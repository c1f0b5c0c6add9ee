using System.Security.Cryptography;
using Outreach.Cases.Requests;
using Outreach.Cases.Vault;
using Outreach.Storage.Cases;
using Outreach.Storage.Keys;

namespace Outreach.Cases.Tests.Vault;

/// <summary>A ciphertext moved to another row, column, table, case or month does not open.</summary>
public sealed class SwapTests
{
    private readonly byte[] _key = CaseCipher.NewKey();
    private readonly Guid _case = Guid.NewGuid();

    [Fact]
    public void What_was_sealed_for_a_place_opens_there_alone()
    {
        var (table, column, row) = ("a", "b", Guid.NewGuid());
        var envelope = CaseCipher.Seal(_key, "k", new SealedPlace(table, column, row), [1, 2, 3]);

        Assert.Equal([1, 2, 3], CaseCipher.Open(_key, "k", new SealedPlace(table, column, row), envelope));
        Assert.ThrowsAny<CryptographicException>(() => CaseCipher.Open(_key, "k", new SealedPlace("x", column, row), envelope));
        Assert.ThrowsAny<CryptographicException>(() => CaseCipher.Open(_key, "k", new SealedPlace(table, "x", row), envelope));
        Assert.ThrowsAny<CryptographicException>(() => CaseCipher.Open(_key, "k", new SealedPlace(table, column, Guid.NewGuid()), envelope));
        Assert.ThrowsAny<CryptographicException>(() => CaseCipher.Open(_key, "x", new SealedPlace(table, column, row), envelope));
        Assert.ThrowsAny<CryptographicException>(() => CaseCipher.Open(CaseCipher.NewKey(), "k", new SealedPlace(table, column, row), envelope));
    }

    [Fact]
    public void Any_changed_byte_is_found()
    {
        var place = new SealedPlace("a", "b", Guid.NewGuid());
        var envelope = CaseCipher.Seal(_key, "k", place, [1, 2, 3]);

        for (var at = 0; at < envelope.Length; at++)
        {
            var changed = envelope.ToArray();
            changed[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => CaseCipher.Open(_key, "k", place, changed));
        }

        Assert.ThrowsAny<CryptographicException>(() => CaseCipher.Open(_key, "k", place, envelope.AsSpan(0, 10)));
    }

    [Fact]
    public void A_text_of_one_row_does_not_open_in_another()
    {
        var one = Text("một");
        var two = Text("hai");

        var moved = new CaseText { Id = two.Id, CaseId = _case, Number = 2, Author = two.Author, On = default, Sealed = one.Sealed };
        var carried = new CaseText { Id = one.Id, CaseId = Guid.NewGuid(), Number = 1, Author = one.Author, On = default, Sealed = one.Sealed };

        Assert.Equal("một", TextVault.Open(_key, one));
        Assert.ThrowsAny<CryptographicException>(() => TextVault.Open(_key, moved));
        Assert.ThrowsAny<CryptographicException>(() => TextVault.Open(_key, carried));
    }

    [Fact]
    public void A_wrapped_key_opens_for_its_case_and_month_alone()
    {
        using var epoch = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var wrapped = EpochSeal.Seal(epoch.ExportSubjectPublicKeyInfo(), 202611, _case, _key);

        Assert.Equal(_key, EpochSeal.Open(epoch, 202611, _case, wrapped));
        Assert.ThrowsAny<CryptographicException>(() => EpochSeal.Open(epoch, 202612, _case, wrapped));
        Assert.ThrowsAny<CryptographicException>(() => EpochSeal.Open(epoch, 202611, Guid.NewGuid(), wrapped));
        Assert.ThrowsAny<CryptographicException>(() => EpochSeal.Open(other, 202611, _case, wrapped));
        for (var at = 0; at < wrapped.Length; at++)
        {
            var changed = wrapped.ToArray();
            changed[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => EpochSeal.Open(epoch, 202611, _case, changed));
        }
    }

    [Fact]
    public void The_same_key_wrapped_twice_does_not_look_alike()
    {
        using var epoch = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var spki = epoch.ExportSubjectPublicKeyInfo();

        var (one, two) = (EpochSeal.Seal(spki, 202611, _case, _key), EpochSeal.Seal(spki, 202611, _case, _key));

        Assert.InRange(one.Zip(two).Count(pair => pair.First == pair.Second), 0, 12);
    }

    [Fact]
    public void A_key_under_a_code_opens_for_its_case_month_and_code_alone()
    {
        var hash = CaseCipher.NewKey();
        var envelope = CodeVault.Seal(hash, 202611, _case, _key);

        Assert.Equal(_key, CodeVault.Open(hash, 202611, _case, envelope));
        Assert.ThrowsAny<CryptographicException>(() => CodeVault.Open(hash, 202612, _case, envelope));
        Assert.ThrowsAny<CryptographicException>(() => CodeVault.Open(hash, 202611, Guid.NewGuid(), envelope));
        Assert.ThrowsAny<CryptographicException>(() => CodeVault.Open(CaseCipher.NewKey(), 202611, _case, envelope));
    }

    [Fact]
    public void A_link_opens_for_its_own_id_and_case_alone()
    {
        var (linkKey, linkId) = (CaseCipher.NewKey(), Guid.NewGuid());
        var link = LinkVault.Seal(linkKey, linkId, _case, new CaseAddress("telegram", "42"), _key);

        Assert.Equal("42", LinkVault.Open(linkKey, link).Address.Value);
        Assert.ThrowsAny<CryptographicException>(() => LinkVault.Open(linkKey, new CaseLink { Id = Guid.NewGuid(), CaseId = _case, Sealed = link.Sealed }));
        Assert.ThrowsAny<CryptographicException>(() => LinkVault.Open(linkKey, new CaseLink { Id = linkId, CaseId = Guid.NewGuid(), Sealed = link.Sealed }));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(252, 1)]
    [InlineData(253, 2)]
    [InlineData(508, 2)]
    [InlineData(509, 3)]
    public void Texts_are_padded_to_blocks_of_256(int length, int blocks)
    {
        var text = new string('a', length);

        var padded = Padding.Pad(text);

        Assert.Equal(blocks * 256, padded.Length);
        Assert.Equal(text, Padding.Unpad(padded));
    }

    [Fact]
    public void Addresses_of_every_channel_are_equally_long_when_sealed()
    {
        var lengths = new[] { new CaseAddress("zalo", "1"), new CaseAddress("telegram", "-1001234567890"), new CaseAddress("directline", Guid.NewGuid().ToString()) }
            .Select(address => LinkVault.Seal(CaseCipher.NewKey(), Guid.NewGuid(), _case, address, _key).Sealed.Length);

        Assert.Single(lengths.Distinct());
    }

    private CaseText Text(string text) => TextVault.Seal(_key, _case, 1, TextAuthor.Worker, null, text, default, TextDelivery.None);
}
