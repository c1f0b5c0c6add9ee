using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Outreach.Storage.Subscribers.Import;

/// <summary>One line of a file, or why it cannot be read.</summary>
/// <param name="Text">Null when it is too long or no UTF-8.</param>
internal readonly record struct CsvLine(long Number, string? Text, bool TooLong);

/// <summary>
/// A file line by line, in constant memory whatever it holds. Our own and not a library: those read a line of ten megabytes whole,
/// and put a mark in the place of bytes that are no UTF-8 without saying in which line.
/// </summary>
internal sealed class CsvLines(Stream stream)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly ArrayBufferWriter<byte> _line = new(ImportRules.MaxRowBytes);
    private int _start;
    private int _end;
    private long _number;

    /// <returns>Null at the end of the file.</returns>
    public async ValueTask<CsvLine?> ReadAsync(CancellationToken cancellationToken)
    {
        _line.ResetWrittenCount();
        var (tooLong, any) = (false, false);
        while (true)
        {
            if (_start == _end)
            {
                (_start, _end) = (0, await stream.ReadAsync(_buffer, cancellationToken));
                if (_end == 0)
                {
                    return any ? Finish(tooLong) : null;
                }
            }

            any = true;
            var rest = _buffer.AsSpan(_start, _end - _start);
            var ends = rest.IndexOf((byte)'\n');
            var part = ends < 0 ? rest : rest[..ends];
            tooLong |= _line.WrittenCount + part.Length > ImportRules.MaxRowBytes;
            if (!tooLong)
            {
                _line.Write(part);
            }

            _start += ends < 0 ? rest.Length : ends + 1;
            if (ends >= 0)
            {
                return Finish(tooLong);
            }
        }
    }

    private CsvLine Finish(bool tooLong)
    {
        _number++;
        var bytes = _line.WrittenSpan;
        if (_number == 1 && bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        return new CsvLine(_number, tooLong || !Utf8.IsValid(bytes) ? null : Encoding.UTF8.GetString(bytes).TrimEnd('\r'), tooLong);
    }
}
