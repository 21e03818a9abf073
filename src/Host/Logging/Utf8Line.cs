using System.Buffers;
using System.Text;

namespace Orrery.Host.Logging;

/// <summary>
/// Writes parts of a line as UTF-8, without allocating. It asks for room once for several parts: end it with
/// <see cref="End"/>, and hand it on by reference.
/// </summary>
internal ref struct Utf8Line(IBufferWriter<byte> to)
{
    private const int Usual = 256;

    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(static n => (byte)n), 0x7F]);

    private Span<byte> _room = to.GetSpan(Usual);
    private int _written;

    /// <summary>Hands over what was written.</summary>
    public readonly void End() => to.Advance(_written);

    /// <summary>Writes ASCII of ours.</summary>
    public void Raw(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        _written += text.Length;
    }

    /// <summary>
    /// Writes text that may come from outside: control characters, which could forge lines, become '?'.
    /// </summary>
    public void Text(ReadOnlySpan<char> text)
    {
        var room = Room(text.Length);
        if (Ascii.FromUtf16(text, room, out var written) != OperationStatus.Done)
        {
            room = Room(Encoding.UTF8.GetMaxByteCount(text.Length));
            written = Encoding.UTF8.GetBytes(text, room);
        }

        for (var rest = room[..written]; rest.IndexOfAny(Controls) is >= 0 and var at; rest = rest[(at + 1)..])
            rest[at] = (byte)'?';
        _written += written;
    }

    /// <summary>Writes text and fills up to a width; longer text is followed by one space.</summary>
    public void Padded(ReadOnlySpan<char> text, int width)
    {
        Text(text);
        var spaces = Math.Max(1, width - text.Length);
        Room(spaces)[..spaces].Fill((byte)' ');
        _written += spaces;
    }

    /// <summary>
    /// Writes a whole number, filled from the left up to a width. Format strings cost ten times as much.
    /// </summary>
    public void Number(long value, int width = 1, byte fill = (byte)'0')
    {
        const int Most = 20;
        var room = Room(Most)[..Most];
        var at = Most;
        do
        {
            room[--at] = (byte)('0' + (value % 10));
            value /= 10;
        }
        while (value > 0);
        while (Most - at < width) room[--at] = fill;
        room[at..].CopyTo(room);
        _written += Most - at;
    }

    private Span<byte> Room(int count)
    {
        if (_room.Length - _written < count)
        {
            to.Advance(_written);
            _room = to.GetSpan(Math.Max(count, Usual));
            _written = 0;
        }

        return _room[_written..];
    }
}
