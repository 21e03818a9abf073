using System.Buffers;
using System.Text;
using Orrery.Wire.Protocols.Values;

namespace Orrery.Wire.Protocols.Xml;

/// <summary>Writes XML as UTF-8 bytes.</summary>
internal sealed class XmlOutput
{
    // What cannot stand in a text as it is; single halves of surrogate pairs are the encoder's to replace.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(static n => (char)n), '&', '<', '>', '"', '\uFFFE', '\uFFFF']);

    private readonly Stack<string> _open = new();
    private readonly ByteOutput _bytes = new();

    /// <summary>What was written.</summary>
    public ReadOnlySequence<byte> ToBytes() => _bytes.ToBytes();

    /// <summary>Writes the XML declaration.</summary>
    public void Declaration() => Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    /// <summary>Opens an element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="xmlns">Its default namespace, or null.</param>
    public void Start(string name, string? xmlns = null)
    {
        StartTag(name);
        if (xmlns is not null) Attribute("xmlns", xmlns);
        EndTag();
    }

    /// <summary>Opens an element's tag; attributes follow.</summary>
    public void StartTag(string name)
    {
        _open.Push(name);
        Raw('<', name);
    }

    /// <summary>Writes an attribute of the open tag.</summary>
    public void Attribute(string name, string value)
    {
        Raw(' ', name);
        Raw("=\"");
        Text(value);
        Raw("\"");
    }

    /// <summary>Closes the open tag.</summary>
    public void EndTag() => Raw(">");

    /// <summary>Closes the innermost element.</summary>
    public void End()
    {
        Raw("</");
        Raw(_open.Pop());
        Raw(">");
    }

    /// <summary>Writes an element that holds a text.</summary>
    public void Element(string name, string text)
    {
        Start(name);
        Text(text);
        End();
    }

    /// <summary>Writes a text; what XML cannot hold becomes U+FFFD.</summary>
    public void Text(string text)
    {
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

    private void Raw(char letter, string name)
    {
        Raw(new ReadOnlySpan<char>(in letter));
        Raw(name);
    }

    private void Raw(ReadOnlySpan<char> text)
    {
        var room = _bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        _bytes.Advance(Encoding.UTF8.GetBytes(text, room));
    }
}
