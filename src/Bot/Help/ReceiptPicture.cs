using System.Buffers.Binary;
using System.IO.Compression;
using Outreach.Cases.Receipts;

namespace Outreach.Bot.Help;

/// <summary>A receipt code as a PNG with nothing but digits on it: black on white, three lines.</summary>
internal static class ReceiptPicture
{
    private const int Dot = 10;
    private const int GlyphWidth = 5;
    private const int GlyphHeight = 7;
    private const int Margin = 4;
    private const int GroupsInLine = 2;

    /// <summary>Rows of five dots, the leftmost the highest bit.</summary>
    private static readonly byte[][] Glyphs =
    [
        [0b01110, 0b10001, 0b10011, 0b10101, 0b11001, 0b10001, 0b01110],
        [0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
        [0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111],
        [0b01110, 0b10001, 0b00001, 0b00110, 0b00001, 0b10001, 0b01110],
        [0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010],
        [0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110],
        [0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110],
        [0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000],
        [0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110],
        [0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100],
    ];

    public static byte[] Png(ReceiptCode code)
    {
        var lines = code.Grouped.Split(' ').Chunk(GroupsInLine).Select(groups => string.Join(' ', groups)).ToList();
        var width = ((lines.Max(line => line.Length) * (GlyphWidth + 1)) - 1 + (2 * Margin)) * Dot;
        var height = ((lines.Count * (GlyphHeight + Margin)) + Margin) * Dot;
        var rows = new byte[height * (width + 1)]; // each row begins with its filter: none
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                rows[(y * (width + 1)) + 1 + x] = IsInk(lines, x / Dot, y / Dot) ? (byte)0 : (byte)255;
            }
        }

        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 8; // bits of grey
        Chunk(png, "IHDR"u8, head);
        Chunk(png, "IDAT"u8, Compressed(rows));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static bool IsInk(List<string> lines, int x, int y)
    {
        var (line, row) = Math.DivRem(y - Margin, GlyphHeight + Margin);
        var (place, column) = Math.DivRem(x - Margin, GlyphWidth + 1);
        return y >= Margin && x >= Margin && line < lines.Count && row < GlyphHeight && column < GlyphWidth && place < lines[line].Length
            && lines[line][place] is >= '0' and <= '9' and var digit && ((Glyphs[digit - '0'][row] >> (GlyphWidth - 1 - column)) & 1) == 1;
    }

    private static byte[] Compressed(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        return packed.ToArray();
    }

    /// <summary>https://www.w3.org/TR/png-3/#5Chunk-layout</summary>
    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] body = [.. type, .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        png.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }
}
