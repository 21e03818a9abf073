using System.Buffers;
using System.Globalization;
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

    /// <summary>Writes a number or an instant.</summary>
    public void Value<T>(T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        var space = to.GetSpan(64);
        value.TryFormat(space, out var written, format, CultureInfo.InvariantCulture);
        to.Advance(written);
    }
}
