using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Outreach.Staff.Frame;

/// <summary>
/// Style sheets, scripts and pictures, held in an assembly and compressed once at start.
/// Static web assets were tried: from another folder, or in Production from the build output, they answer 200 with an empty body.
/// </summary>
/// <param name="assembly">Holds them.</param>
/// <param name="prefix">What their names in it begin with.</param>
public class EmbeddedAssets(Assembly assembly, string prefix)
{
    /// <summary>What their addresses begin with.</summary>
    public const string Folder = "/a/";

    /// <summary>A picture that a style sheet names by itself: its name holds its digest already.</summary>
    private const string Named = "i-";

    private readonly FrozenDictionary<string, Asset> _byName = assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .Select(name => Load(assembly.GetManifestResourceStream(name)!, name[prefix.Length..]))
        .ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);

    private FrozenDictionary<string, Asset>? _byPath;

    /// <summary>The address of an asset; it changes when the asset does, so that a browser may keep it for good.</summary>
    public string Path(string name) => _byName[name].Path;

    public IResult Serve(HttpContext context, string file)
    {
        _byPath ??= _byName.Values.ToFrozenDictionary(asset => asset.Path, StringComparer.Ordinal);
        if (!_byPath.TryGetValue(Folder + file, out var asset))
        {
            return TypedResults.NotFound();
        }

        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        var (body, encoding) = accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? (asset.Brotli, "br")
            : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? (asset.Gzip, "gzip")
            : (asset.Plain, null);
        var headers = context.Response.Headers;
        headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
        headers[HeaderNames.Vary] = "Accept-Encoding";
        if (encoding is not null)
        {
            headers[HeaderNames.ContentEncoding] = encoding;
        }

        return TypedResults.Bytes(body, asset.ContentType);
    }

    private static Asset Load(Stream stream, string name)
    {
        using (stream)
        using (var plain = new MemoryStream())
        {
            stream.CopyTo(plain);
            var bytes = plain.ToArray();
            var digest = Convert.ToHexStringLower(SHA256.HashData(bytes))[..10];
            var dot = name.LastIndexOf('.');
            return new Asset(
                name,
                name.StartsWith(Named, StringComparison.Ordinal) ? Folder + name : $"{Folder}{name[..dot]}.{digest}{name[dot..]}",
                ContentType(name),
                bytes,
                Compress(bytes, output => new BrotliStream(output, CompressionLevel.SmallestSize)),
                Compress(bytes, output => new GZipStream(output, CompressionLevel.SmallestSize)));
        }
    }

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> open)
    {
        using var output = new MemoryStream();
        using (var compressor = open(output))
        {
            compressor.Write(bytes);
        }

        return output.ToArray();
    }

    private static string ContentType(string name) => System.IO.Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"No content type is set for assets that end in {other}."),
    };

    private sealed record Asset(string Name, string Path, string ContentType, byte[] Plain, byte[] Brotli, byte[] Gzip);
}
