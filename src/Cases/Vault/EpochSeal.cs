using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Outreach.Storage.Cases;
using Outreach.Storage.Keys;

namespace Outreach.Cases.Vault;

/// <summary>
/// The case key sealed to the console's key of a month (ECIES): a public node can seal and not open. An ephemeral P-256
/// key agrees with the month's; HKDF-SHA-256 of the agreement gives an AES-256-GCM key for this one message.
/// Version · ephemeral point (65) · tag (16) · ciphertext (32).
/// </summary>
internal static class EpochSeal
{
    private const byte Version = 1;
    private const int CoordinateBytes = 32;
    private const int PointBytes = 1 + 2 * CoordinateBytes;
    private const int TagBytes = 16;
    private const int HeaderBytes = 1 + PointBytes + TagBytes;

    // The key seals one message only, so its nonce may stand still.
    private static readonly byte[] Nonce = new byte[12];

    public static byte[] Seal(byte[] epochPublicKey, int epoch, Guid caseId, byte[] caseKey)
    {
        using var theirs = ECDiffieHellman.Create();
        theirs.ImportSubjectPublicKeyInfo(epochPublicKey, out _);
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var envelope = new byte[HeaderBytes + caseKey.Length];
        envelope[0] = Version;
        WritePoint(ephemeral.ExportParameters(includePrivateParameters: false).Q, envelope.AsSpan(1, PointBytes));
        using var cipher = new AesGcm(KeyOf(ephemeral, theirs.PublicKey, envelope.AsSpan(1, PointBytes), epochPublicKey), TagBytes);
        cipher.Encrypt(Nonce, caseKey, envelope.AsSpan(HeaderBytes), envelope.AsSpan(1 + PointBytes, TagBytes), Bound(epoch, caseId));
        return envelope;
    }

    /// <exception cref="CryptographicException">It was sealed for another case or month, or changed.</exception>
    public static byte[] Open(ECDiffieHellman epochKey, int epoch, Guid caseId, ReadOnlySpan<byte> envelope)
    {
        if (envelope.Length <= HeaderBytes || envelope[0] != Version)
        {
            throw new CryptographicException("Not a wrapped key of this service.");
        }

        var point = envelope.Slice(1, PointBytes);
        using var ephemeral = ECDiffieHellman.Create(ReadPoint(point));
        var caseKey = new byte[envelope.Length - HeaderBytes];
        using var cipher = new AesGcm(KeyOf(epochKey, ephemeral.PublicKey, point, epochKey.ExportSubjectPublicKeyInfo()), TagBytes);
        cipher.Decrypt(Nonce, envelope[HeaderBytes..], envelope.Slice(1 + PointBytes, TagBytes), caseKey, Bound(epoch, caseId));
        return caseKey;
    }

    private static byte[] KeyOf(ECDiffieHellman own, ECDiffieHellmanPublicKey other, ReadOnlySpan<byte> point, byte[] epochPublicKey)
    {
        var agreed = own.DeriveRawSecretAgreement(other);
        try
        {
            byte[] info = [.. Encoding.ASCII.GetBytes("outreach/epoch/case-key"), .. point, .. epochPublicKey];
            return HKDF.DeriveKey(HashAlgorithmName.SHA256, agreed, CaseCipher.KeyBytes, info: info);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(agreed);
        }
    }

    private static byte[] Bound(int epoch, Guid caseId) =>
        new SealedPlace(HelpCase.Table, "wrapped_key", caseId).Bound(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}"));

    private static void WritePoint(ECPoint point, Span<byte> to)
    {
        to[0] = 4; // uncompressed (SEC 1)
        point.X.CopyTo(to[1..]);
        point.Y.CopyTo(to[(1 + CoordinateBytes)..]);
    }

    private static ECParameters ReadPoint(ReadOnlySpan<byte> from) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = from.Slice(1, CoordinateBytes).ToArray(), Y = from[(1 + CoordinateBytes)..].ToArray() },
    };
}
