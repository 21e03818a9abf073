using System.Buffers;
using System.Text;

namespace Orrery.Host.Logging;

/// <summary>Writes parts of a line as UTF-8, without allocating.</summary>
internal readonly ref struct Utf8Line(IBufferWriter<byte> to)
{
    /// <summary>Writes ASCII of ours.</summary>
    public void Raw(ReadOnlySpan<byte> text) => to.Write(text);

    /// <summary>
    /// Writes text that may come from outside: control characters, which could forge lines, become '?'.
    /// </summary>
    public void Text(ReadOnlySpan<char> text)
    {
        var space = to.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        var written = Encoding.UTF8.GetBytes(text, space);
        foreach (ref var octet in space[..written])
            if (octet is < 0x20 or 0x7F) octet = (byte)'?';
        to.Advance(written);
    }

    /// <summary>Writes text and fills up to a width; longer text is followed by one space.</summary>
    public void Padded(ReadOnlySpan<char> text, int width)
    {
        Text(text);
        var spaces = Math.Max(1, width - text.Length);
        to.GetSpan(spaces)[..spaces].Fill((byte)' ');
        to.Advance(spaces);
    }

    /// <summary>
    /// Writes a whole number, filled from the left up to a width. Format strings cost ten times as much.
    /// </summary>
    public void Number(long value, int width = 1, byte fill = (byte)'0')
    {
        const int Most = 20;
        var space = to.GetSpan(Most)[..Most];
        var at = Most;
        do
        {
            space[--at] = (byte)('0' + (value % 10));
            value /= 10;
        }
        while (value > 0);
        while (Most - at < width) space[--at] = fill;
        space[at..].CopyTo(space);
        to.Advance(Most - at);
    }
}
