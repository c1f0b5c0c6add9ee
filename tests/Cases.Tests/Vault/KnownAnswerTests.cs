using System.Security.Cryptography;
using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Cases.Vault;
using Outreach.Storage.Cases;
using Outreach.Storage.Keys;

namespace Outreach.Cases.Tests.Vault;

/// <summary>Known answers, made by another implementation (Python's cryptography 48): what we seal is what we wrote down, and stays so.</summary>
public sealed class KnownAnswerTests
{
    private const string SealedText =
        "016465666768696a6b6c6d6e6fec932142f1c8c1b9ab0dabcc98a1143d556c7fbccba8c999467c4f9a49b8a693739b1cf162ab9bacdca4ef3db0773f78477079" +
        "a91fc549239eb57b4574f3029040f951dd661c9e50513a2e34144790dd55abcd5cf098bf07b85e0fe0541c61843acc9025ae14882d3c64e5e11fbe4ae52c045d" +
        "52e2a3f84050f04ea9c87cbe6a22fa2bfb8ece05fe066d3316676be02f3c33ab67e50a5bc7563196ec17fa01f0b59d1d7a5da7f846c0133f727db24b56b7fe52" +
        "2415ee03b5ac53f43f8c88464a75172eb1b12a0af67e227dce7154d23fec35214660f26a8dce83cbacea31b1c9ba122c421f55fdaf041d61df7a1c3469127c30" +
        "0eaad0bae31e385ab6cdd054ad13a423a809f8aaed63a72cd290e5726a";
    private const string Hash = "f87e9a01fce3deae25448b857d085f04fb540d5ac03b67fdd16eb535cebc6dcf";
    private const string CodeKey = "016465666768696a6b6c6d6e6f45c449017954a4e4a106af68c85d55cd2cdb570f50f29d7d11d89bd77244f370e6ef6f2b65016a89ec68169ddf51bc0a";
    private const string Link =
        "016465666768696a6b6c6d6e6fa9d6ef9ea4b5e626c03218f6904d767fc1ba5445f2cd5ea5a1b1b93750f8b5056a8f1d4109815abe49f39af9735bb501acc32e" +
        "3bf4e01340ac14c14bbcfda4e125c39fcd7254f64a5eb4fe88a3abb3fb4edc5b8dbba970b6a3e26a3217ea0b3ecf18e2ea33543a3c8cc299cbe1c74fdfb894a4" +
        "80194f8b3b7f69151d751fd501994b80cb95d66427a48bf224747f620fece89e1ff66a4e01e92dc22d5318b2edacfaa96191cb3fa6538ca6eb4779730dcf4450" +
        "63ef06f04a1d9ce0a9e39177b0e94843c75c16c87d5d616b3ccec9bf44af1b099d09ecd1893742089c1d9d0fbc3372649c78a49f5537fd32a877b34425ca1269" +
        "3b946a67bfd98cac8412287dce11fd5be29f9dc731a64858b1484b4568eb52dc4763568755f6606f40f19b58f49ed5e01848414c86e62721298f977a08";
    private const string EpochKey =
        "308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b02010104201234567890abcdef1234567890abcdef1234567890abcdef12345678" +
        "90abcdefa14403420004471c3e758c4904285bba7e53118ed0f524adeb0757d25bd2f8e7b0d76dfa714cdd520f7aca8a8b917acc37f51de8f0c9bbe3ad858382" +
        "e702dc25a12d09f7a858";
    private const string WrappedKey =
        "010453c5a47b0f3273d7333320d3dc363b241a99928781b9d8827d9660a01dcdf9e98024c87efd5c1388f0a6c3d274467f4824d89218ce12550c298f6a9b393e" +
        "fe2038adf78895d2219eab30290bbace41044bd895e652277d2f37936d2178ef91629bd43eb437f143b2566fa06090476d12";
    private const string Lookup = "47adb543d84488f95a8cb974d64254142a05779d61aee3e0c821818a888b57e0";
    private const string FileName = "3f1841be13cfb88475aec1f0c48a66401490334aaef6e7a3b8350f40a595a402";

    private static readonly Guid CaseId = new("6f9619ff-8b86-4011-b42d-00c04fc964ff");
    private static readonly Guid TextId = new("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static readonly Guid LinkId = new("7c9e6679-7425-40de-944b-e07fc1f90ae7");
    private static readonly byte[] CaseKey = From(0);

    [Fact]
    public void A_text_opens()
    {
        var text = new CaseText
        {
            Id = TextId,
            CaseId = CaseId,
            Number = 1,
            Author = TextAuthor.Worker,
            On = default,
            Sealed = Convert.FromHexString(SealedText),
        };

        Assert.Equal("Chủ giữ lương hai tháng.", TextVault.Open(CaseKey, text));
    }

    [Fact]
    public async Task A_code_is_hashed_six_hundred_thousand_times()
    {
        using var hasher = new ReceiptHasher(new ReceiptCost());

        var hashes = await hasher.HashAsync(ReceiptCode.Parse("1234-5678-9012-3456-7891")!, [Salt], TestContext.Current.CancellationToken);

        Assert.Equal(Hash, Convert.ToHexStringLower(Assert.Single(hashes!)));
    }

    [Fact]
    public void A_code_is_found_by_its_hash_under_the_pepper()
    {
        var ring = new KeyRing(new MasterKeys(new Dictionary<byte, byte[]> { [1] = From(64) }), null, null);

        Assert.Equal(Lookup, Convert.ToHexStringLower(ReceiptLookup.Of(ring, Convert.FromHexString(Hash))));
    }

    [Fact]
    public void A_code_opens_the_case_key() =>
        Assert.Equal(CaseKey, CodeVault.Open(Convert.FromHexString(Hash), 202611, CaseId, Convert.FromHexString(CodeKey)));

    [Fact]
    public void The_months_key_opens_the_case_key()
    {
        using var key = ECDiffieHellman.Create();
        key.ImportPkcs8PrivateKey(Convert.FromHexString(EpochKey), out _);

        Assert.Equal(CaseKey, EpochSeal.Open(key, 202611, CaseId, Convert.FromHexString(WrappedKey)));
    }

    [Fact]
    public void A_link_opens()
    {
        var (address, caseKey) = LinkVault.Open(From(32), new CaseLink { Id = LinkId, CaseId = CaseId, Sealed = Convert.FromHexString(Link) });

        Assert.Equal(("telegram", "123456789"), (address.Channel, address.Value));
        Assert.Equal(CaseKey, caseKey);
    }

    [Fact]
    public async Task A_chats_file_is_named_by_a_keyed_hash()
    {
        var ring = new KeyRing(null, new MasterKeys(new Dictionary<byte, byte[]> { [1] = From(96) }), null);
        var secrets = new MemorySecrets();
        var links = new LinkFiles(secrets, ring.SenderLookupKey("links/name"));

        await links.AddAsync(new CaseAddress("telegram", "123456789"), new LinkSlot(LinkId, From(32)), TestContext.Current.CancellationToken);

        Assert.Equal(FileName, Assert.Single(secrets.Names()));
    }

    private static byte[] Salt => [.. Enumerable.Repeat((byte)7, 32)];

    private static byte[] From(int first) => [.. Enumerable.Range(first, 32).Select(i => (byte)i)];
}
