using System.Text;
using System.Xml.Linq;

namespace Orrery.Services.Iam.Rules.Federation;

/// <summary>
/// Exclusive canonical XML without comments: what a signature is over. Source: W3C, "Exclusive XML Canonicalization
/// Version 1.0".
/// </summary>
internal sealed class CanonicalXml
{
    private readonly StringBuilder _text = new();
    private readonly XElement? _without;
    private readonly HashSet<string> _inclusive;

    private CanonicalXml(XElement? without, IEnumerable<string> inclusive)
    {
        _without = without;
        _inclusive = [.. inclusive];
    }

    /// <summary>An element as bytes.</summary>
    /// <param name="element">The element.</param>
    /// <param name="without">An element in it that does not count: the signature itself.</param>
    /// <param name="inclusive">Prefixes that are written even where they are not used.</param>
    public static byte[] Of(XElement element, XElement? without = null, IEnumerable<string>? inclusive = null)
    {
        var writer = new CanonicalXml(without, inclusive ?? []);
        writer.Write(element, []);
        return Encoding.UTF8.GetBytes(writer._text.ToString());
    }

    private void Write(XElement element, Dictionary<string, string> rendered)
    {
        var name = Name(element);
        _text.Append('<').Append(name);
        Dictionary<string, string> inScope = new(rendered, StringComparer.Ordinal);
        foreach (var (prefix, uri) in Namespaces(element).OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            if (inScope.GetValueOrDefault(prefix, "") == uri) continue;
            inScope[prefix] = uri;
            _text.Append(prefix.Length == 0 ? " xmlns" : " xmlns:" + prefix).Append("=\"");
            WriteValue(uri);
            _text.Append('"');
        }

        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration)
            .OrderBy(a => a.Name.NamespaceName, StringComparer.Ordinal)
            .ThenBy(a => a.Name.LocalName, StringComparer.Ordinal))
        {
            var before = Prefix(element, attribute);
            _text.Append(' ').Append(before.Length == 0 ? "" : before + ":");
            _text.Append(attribute.Name.LocalName).Append("=\"");
            WriteValue(attribute.Value);
            _text.Append('"');
        }

        _text.Append('>');
        foreach (var node in element.Nodes()) WriteNode(node, inScope);
        _text.Append("</").Append(name).Append('>');
    }

    private void WriteNode(XNode node, Dictionary<string, string> inScope)
    {
        switch (node)
        {
            case XElement child when child != _without: Write(child, inScope); break;
            case XText text: WriteText(text.Value); break;
            case XProcessingInstruction instruction:
                _text.Append("<?").Append(instruction.Target);
                if (instruction.Data.Length > 0) _text.Append(' ').Append(instruction.Data);
                _text.Append("?>");
                break;
        }
    }

    // The namespaces that an element uses visibly, and those that are always written.
    private Dictionary<string, string> Namespaces(XElement element)
    {
        Dictionary<string, string> used = new(StringComparer.Ordinal)
        {
            [Prefix(element)] = element.Name.NamespaceName,
        };
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
        {
            if (Prefix(element, attribute) is { Length: > 0 } prefix and not "xml")
                used[prefix] = attribute.Name.NamespaceName;
        }

        foreach (var prefix in _inclusive)
        {
            var key = prefix == "#default" ? "" : prefix;
            var uri = key.Length == 0 ? element.GetDefaultNamespace() : element.GetNamespaceOfPrefix(key);
            if (uri is not null) used.TryAdd(key, uri.NamespaceName);
        }

        return used;
    }

    private static string Name(XElement element) =>
        Prefix(element) is { Length: > 0 } prefix ? $"{prefix}:{element.Name.LocalName}" : element.Name.LocalName;

    // The nearest declaration of a namespace is taken for the prefix that was written: assertions have one for each.
    private static string Prefix(XElement element)
    {
        if (element.GetDefaultNamespace() == element.Name.Namespace) return "";
        return element.GetPrefixOfNamespace(element.Name.Namespace) ?? "";
    }

    private static string Prefix(XElement element, XAttribute attribute) =>
        attribute.Name.Namespace == XNamespace.None
            ? "" : element.GetPrefixOfNamespace(attribute.Name.Namespace) ?? "";

    private void WriteText(string text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '\r' => _text.Append("&#xD;"),
                _ => _text.Append(c),
            };
        }
    }

    private void WriteValue(string value)
    {
        foreach (var c in value)
        {
            _ = c switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '"' => _text.Append("&quot;"),
                '\t' => _text.Append("&#x9;"),
                '\n' => _text.Append("&#xA;"),
                '\r' => _text.Append("&#xD;"),
                _ => _text.Append(c),
            };
        }
    }
}
