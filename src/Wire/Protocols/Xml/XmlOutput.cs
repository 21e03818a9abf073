using System.Buffers;
using System.Text;

namespace Orrery.Wire.Protocols.Xml;

/// <summary>Writes XML as UTF-8 bytes.</summary>
internal sealed class XmlOutput
{
    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private readonly Stack<string> _open = new();

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> ToBytes() => _buffer.WrittenMemory;

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
        Raw("<");
        Raw(name);
    }

    /// <summary>Writes an attribute of the open tag.</summary>
    public void Attribute(string name, string value)
    {
        Raw(" ");
        Raw(name);
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
            var plain = IndexOfSpecial(rest);
            if (plain < 0) plain = rest.Length;
            Raw(rest[..plain]);
            if (plain == rest.Length) return;
            Raw(Escape(rest[plain]));
            rest = rest[(plain + 1)..];
        }
    }

    private static int IndexOfSpecial(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is < ' ' or '&' or '<' or '>' or '"' or '\uFFFE' or '\uFFFF') return i;
        }

        return -1;
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

    private void Raw(ReadOnlySpan<char> text)
    {
        var span = _buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        _buffer.Advance(Encoding.UTF8.GetBytes(text, span));
    }
}
