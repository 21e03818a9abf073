using System.Text;

namespace Orrery.Wire.Schema;

/// <summary>A line of a <see cref="SchemaText"/>: a name, then words and <c>key=value</c> pairs between
/// spaces.</summary>
internal sealed class SchemaTokens
{
    private readonly string[] _words;
    private int _next = 1;

    public SchemaTokens(string line)
    {
        _words = line.Split(' ');
        Name = Unescape(_words[0]);
    }

    /// <summary>The first word.</summary>
    public string Name { get; }

    /// <summary>A value without its escapes: ~s space, ~n newline, ~t tab, ~r carriage return, ~e empty, ~~
    /// itself.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('~')) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '~')
            {
                plain.Append(text[i]);
                continue;
            }

            var escaped = text[++i];
            if (escaped != 'e')
            {
                plain.Append(escaped switch { 's' => ' ', 'n' => '\n', 't' => '\t', 'r' => '\r', _ => '~' });
            }
        }

        return plain.ToString();
    }

    /// <summary>The next word.</summary>
    public string Next() => _words[_next++];

    /// <summary>The remaining words; those without a value have an empty one.</summary>
    public Dictionary<string, string> Rest()
    {
        var rest = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in _words.AsSpan(_next))
        {
            var equals = word.IndexOf('=');
            if (equals < 0) rest[word] = string.Empty;
            else rest[word[..equals]] = Unescape(word[(equals + 1)..]);
        }

        return rest;
    }
}
