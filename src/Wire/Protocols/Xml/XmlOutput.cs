using System.Buffers;
using System.Text;
using Orrery.Wire.Protocols.Values;

namespace Orrery.Wire.Protocols.Xml;

/// <summary>
/// Writes XML as UTF-8 bytes. Names of elements are given as bytes: those of the model are encoded once and copied from
/// then on.
/// </summary>
internal sealed class XmlOutput
{
    // What cannot stand in a text of ASCII as it is.
    private static readonly SearchValues<byte> Marked = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(static n => (byte)n), (byte)'&', (byte)'<', (byte)'>', (byte)'"']);

    // What cannot stand in a text as it is; single halves of surrogate pairs are the encoder's to replace.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(static n => (char)n), '&', '<', '>', '"', '\uFFFE', '\uFFFF']);

    private readonly ByteOutput _bytes = new();
    private byte[][] _open = new byte[8][];
    private int _depth;

    /// <summary>What was written.</summary>
    public ReadOnlySequence<byte> ToBytes() => _bytes.ToBytes();

    /// <summary>Writes the XML declaration.</summary>
    public void Declaration() => Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"u8);

    /// <summary>Opens an element.</summary>
    public void Start(byte[] name)
    {
        Push(name);
        var room = _bytes.GetSpan(name.Length + 2);
        room[0] = (byte)'<';
        name.CopyTo(room[1..]);
        room[name.Length + 1] = (byte)'>';
        _bytes.Advance(name.Length + 2);
    }

    /// <summary>Opens an element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="xmlns">Its default namespace, or null.</param>
    public void Start(byte[] name, string? xmlns)
    {
        if (xmlns is null)
        {
            Start(name);
            return;
        }

        StartTag(name);
        Attribute("xmlns", xmlns);
        EndTag();
    }

    /// <summary>Opens an element whose name is made for it.</summary>
    public void Start(string name, string? xmlns = null) => Start(Encoding.UTF8.GetBytes(name), xmlns);

    /// <summary>Opens an element's tag; attributes follow.</summary>
    public void StartTag(byte[] name)
    {
        Push(name);
        Raw("<"u8);
        Raw(name);
    }

    /// <summary>Writes an attribute of the open tag.</summary>
    public void Attribute(string name, string value)
    {
        Raw(" "u8);
        Text(name);
        Raw("=\""u8);
        Text(value);
        Raw("\""u8);
    }

    /// <summary>Closes the open tag.</summary>
    public void EndTag() => Raw(">"u8);

    /// <summary>Closes the innermost element.</summary>
    public void End()
    {
        var name = _open[--_depth];
        var room = _bytes.GetSpan(name.Length + 3);
        room[0] = (byte)'<';
        room[1] = (byte)'/';
        name.CopyTo(room[2..]);
        room[name.Length + 2] = (byte)'>';
        _bytes.Advance(name.Length + 3);
    }

    /// <summary>Writes an element that holds a text.</summary>
    public void Element(byte[] name, string text)
    {
        Start(name);
        Text(text);
        End();
    }

    /// <summary>Writes an element that holds a text, its name made for it.</summary>
    public void Element(string name, string text) => Element(Encoding.UTF8.GetBytes(name), text);

    /// <summary>Writes a text; what XML cannot hold becomes U+FFFD.</summary>
    public void Text(string text)
    {
        if (IsPlain(text)) return;
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            var plain = rest.IndexOfAny(Special);
            if (plain < 0) plain = rest.Length;
            Raw(rest[..plain]);
            if (plain == rest.Length) return;
            Raw(Escape(rest[plain]));
            rest = rest[(plain + 1)..];
        }
    }

    private static string Escape(char letter) => letter switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\t' => "&#x9;",
        '\n' => "&#xA;",
        '\r' => "&#xD;",
        _ => "\uFFFD",
    };

    private void Push(byte[] name)
    {
        if (_depth == _open.Length) Array.Resize(ref _open, 2 * _depth);
        _open[_depth++] = name;
    }

    // Nearly every text is ASCII without anything to mark: it is written as it is found to be so.
    private bool IsPlain(string text)
    {
        var room = _bytes.GetSpan(text.Length);
        if (Ascii.FromUtf16(text, room, out var written) != OperationStatus.Done) return false;
        if (room[..written].ContainsAny(Marked)) return false;
        _bytes.Advance(written);
        return true;
    }

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_bytes.GetSpan(bytes.Length));
        _bytes.Advance(bytes.Length);
    }

    private void Raw(ReadOnlySpan<char> text)
    {
        var room = _bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        _bytes.Advance(Encoding.UTF8.GetBytes(text, room));
    }
}
