using System.Globalization;
using System.Text;
using Orrery.Core;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Xml;

/// <summary>
/// A strict reader of the XML that AWS's clients send: elements, attributes, texts, CDATA, comments, the five
/// entities and
/// character references. A document type is refused, so there are no other entities and nothing to expand. Our own
/// rather
/// than System.Xml, which would add megabytes to the binary.
/// </summary>
internal sealed class XmlParser
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private readonly string _xml;
    private int _at;

    private XmlParser(string xml) => _xml = xml;

    /// <summary>The document's root element.</summary>
    public static XmlNode Parse(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8)) body = body[3..];
        string text;
        try
        {
            text = Strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            throw Malformed("it is not UTF-8");
        }

        return new XmlParser(text).Document();
    }

    private static ServiceException Malformed(string why) => WireErrors.Malformed(
        WireErrors.MalformedXml,
        $"The XML you provided was not well-formed or did not validate against our published schema: {why}");

    private static bool IsNameLetter(char c) =>
        char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ':';

    private static string Local(string name) => name[(name.IndexOf(':') + 1)..];

    private XmlNode Document()
    {
        SkipMisc();
        if (Peek() != '<') throw Malformed("there is no root element");
        var root = OpenTag(out var isEmpty);
        if (!isEmpty) Content(root);
        SkipMisc();
        return _at == _xml.Length ? root : throw Malformed("something follows the root element");
    }

    // Everything within an element, without recursion: the open elements are on a stack.
    private void Content(XmlNode root)
    {
        var open = new Stack<(XmlNode Node, StringBuilder? Text)>();
        open.Push((root, null));
        while (open.Count > 0)
        {
            var (node, text) = open.Pop();
            if (Peek() != '<')
            {
                open.Push((node, Characters(text)));
            }
            else if (Try("</"))
            {
                CloseTag(node);
                if (text is not null) node.Text = text.ToString();
            }
            else if (Try("<!--"))
            {
                SkipTo("-->");
                open.Push((node, text));
            }
            else if (Try("<![CDATA["))
            {
                open.Push((node, (text ?? new StringBuilder()).Append(SkipTo("]]>"))));
            }
            else if (Try("<?"))
            {
                SkipTo("?>");
                open.Push((node, text));
            }
            else
            {
                open.Push((node, text));
                var child = OpenTag(out var isEmpty);
                node.Add(child);
                if (isEmpty) continue;
                if (open.Count >= ShapeReader.MaxDepth) throw Malformed("it nests too deep");
                open.Push((child, null));
            }
        }
    }

    private XmlNode OpenTag(out bool isEmpty)
    {
        _at++;
        var name = Name();
        var node = new XmlNode(Local(name)) { QualifiedName = name };
        while (true)
        {
            var spaced = SkipSpace();
            if (Try("/>"))
            {
                isEmpty = true;
                return node;
            }

            if (Try(">"))
            {
                isEmpty = false;
                return node;
            }

            if (!spaced) throw Malformed($"the tag {name} is broken");
            Attribute(node);
        }
    }

    private void Attribute(XmlNode node)
    {
        var name = Name();
        SkipSpace();
        if (!Try("=")) throw Malformed($"the attribute {name} has no value");
        SkipSpace();
        var quote = Peek();
        if (quote is not ('"' or '\'')) throw Malformed($"the value of {name} is not quoted");
        _at++;
        var end = _xml.IndexOf(quote, _at);
        if (end < 0) throw Malformed($"the value of {name} does not end");
        var raw = _xml.AsSpan(_at, end - _at);
        if (raw.Contains('<')) throw Malformed($"the value of {name} holds a tag");
        if (name.StartsWith("xmlns", StringComparison.Ordinal)) Unescape(raw, new StringBuilder());
        else if (node.Attribute(Local(name)) is not null) throw Malformed($"the attribute {name} is given twice");
        else node.Add(Local(name), Unescape(raw, new StringBuilder()).ToString());
        _at = end + 1;
    }

    private void CloseTag(XmlNode node)
    {
        var name = Name();
        if (!string.Equals(name, node.QualifiedName, StringComparison.Ordinal))
        {
            throw Malformed($"{node.QualifiedName} is closed by {name}");
        }

        SkipSpace();
        if (!Try(">")) throw Malformed($"the end of {name} is broken");
    }

    private StringBuilder Characters(StringBuilder? text)
    {
        var end = _xml.IndexOf('<', _at);
        if (end < 0) throw Malformed("it ends within an element");
        var raw = _xml.AsSpan(_at, end - _at);
        if (raw.Contains("]]>", StringComparison.Ordinal)) throw Malformed("]]> stands in a text");
        text = Unescape(raw, text ?? new StringBuilder(raw.Length));
        _at = end;
        return text;
    }

    private static StringBuilder Unescape(ReadOnlySpan<char> raw, StringBuilder text)
    {
        while (raw.Length > 0)
        {
            var entity = raw.IndexOf('&');
            var plain = entity < 0 ? raw : raw[..entity];
            foreach (var letter in plain)
            {
                if (letter is < ' ' and not ('\t' or '\n' or '\r')) throw Malformed("it holds a control character");
            }

            text.Append(plain);
            if (entity < 0) break;
            raw = raw[(entity + 1)..];
            var end = raw.IndexOf(';');
            if (end < 0) throw Malformed("an entity does not end");
            text.Append(Entity(raw[..end]));
            raw = raw[(end + 1)..];
        }

        return text;
    }

    private static string Entity(ReadOnlySpan<char> name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        ['#', ..] => Reference(name[1..]),
        _ => throw Malformed("it uses an entity that is not defined"),
    };

    private static string Reference(ReadOnlySpan<char> number)
    {
        var isHex = number is ['x', ..];
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!int.TryParse(isHex ? number[1..] : number, style, CultureInfo.InvariantCulture, out var code)
            || !Rune.IsValid(code) || code is < ' ' and not ('\t' or '\n' or '\r'))
        {
            throw Malformed("a character reference names no character");
        }

        return new Rune(code).ToString();
    }

    private void SkipMisc()
    {
        while (true)
        {
            SkipSpace();
            if (Try("<?")) SkipTo("?>");
            else if (Try("<!--")) SkipTo("-->");
            else if (Try("<!")) throw Malformed("document types are not allowed");
            else return;
        }
    }

    private string Name()
    {
        var start = _at;
        while (_at < _xml.Length && IsNameLetter(_xml[_at])) _at++;
        return _at > start ? _xml[start.._at] : throw Malformed("a name is missing");
    }

    private char Peek() => _at < _xml.Length ? _xml[_at] : throw Malformed("it ends too early");

    private bool SkipSpace()
    {
        var start = _at;
        while (_at < _xml.Length && _xml[_at] is (' ' or '\t' or '\n' or '\r')) _at++;
        return _at > start;
    }

    private ReadOnlySpan<char> SkipTo(string end)
    {
        var found = _xml.IndexOf(end, _at, StringComparison.Ordinal);
        if (found < 0) throw Malformed($"{end} is missing");
        var skipped = _xml.AsSpan(_at, found - _at);
        _at = found + end.Length;
        return skipped;
    }

    private bool Try(string token)
    {
        if (!_xml.AsSpan(_at).StartsWith(token, StringComparison.Ordinal)) return false;
        _at += token.Length;
        return true;
    }
}
