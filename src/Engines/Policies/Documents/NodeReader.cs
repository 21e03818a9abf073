using System.Text;
using System.Text.Json;

namespace Orrery.Engines.Policies.Documents;

/// <summary>Reads JSON with the lines on which its values stand.</summary>
internal static class NodeReader
{
    private static readonly IReadOnlyList<Node> NoItems = [];
    private static readonly IReadOnlyList<KeyValuePair<string, Node>> NoMembers = [];

    /// <summary>Reads a text; null where it is not JSON, names a member twice, or nests too deep.</summary>
    public static Node? Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var lines = new LineCounter(bytes);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 16 });
        try
        {
            if (!reader.Read()) return null;
            var node = Value(ref reader, lines);
            return node is not null && !reader.Read() ? node : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair
        }
    }

    private static Node? Value(ref Utf8JsonReader reader, LineCounter lines)
    {
        var begin = lines.PlaceOf(reader.TokenStartIndex);
        var line = begin.Line;
        return reader.TokenType switch
        {
            JsonTokenType.String => Plain(NodeKind.String, reader.GetString()!),
            JsonTokenType.Number => Plain(NodeKind.Number, Encoding.UTF8.GetString(reader.ValueSpan)),
            JsonTokenType.True => Plain(NodeKind.Truth, "true"),
            JsonTokenType.False => Plain(NodeKind.Truth, "false"),
            JsonTokenType.Null => Plain(NodeKind.Null, ""),
            JsonTokenType.StartArray => Array(ref reader, lines, line),
            _ => Object(ref reader, lines, begin),
        };

        Node Plain(NodeKind kind, string value) => new(kind, line, value, NoItems, NoMembers);
    }

    private static Node? Array(ref Utf8JsonReader reader, LineCounter lines, int line)
    {
        var items = new List<Node>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Value(ref reader, lines) is not { } item) return null;
            items.Add(item);
        }

        return new(NodeKind.Array, line, "", items, NoMembers);
    }

    private static Node? Object(ref Utf8JsonReader reader, LineCounter lines, TextPlace begin)
    {
        var members = new List<KeyValuePair<string, Node>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            if (!names.Add(name) || !reader.Read() || Value(ref reader, lines) is not { } value) return null;
            members.Add(new(name, value));
        }

        return new(NodeKind.Object, begin.Line, "", NoItems, members)
        {
            Begin = begin, End = lines.PlaceOf(reader.TokenStartIndex),
        };
    }
}
