using System.Text;

namespace Orrery.Services.Events.Rules.Patterns;

/// <summary>
/// A text with wildcards: <c>*</c> is any run of characters; a backslash before <c>*</c> or itself takes the meaning
/// away. Source: EventBridge User Guide, "Comparison operators", Wildcards.
/// </summary>
internal sealed class WildcardText
{
    private readonly List<string> _pieces;

    private WildcardText(List<string> pieces) => _pieces = pieces;

    /// <summary>Reads it.</summary>
    public static WildcardText Parse(string text, string at)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
                if (i == text.Length || text[i] is not ('*' or '\\'))
                    throw Errors.Pattern($"Invalid escape character at pos {i - 1} of wildcard, at {at}");
                piece.Append(text[i]);
            }
            else if (text[i] != '*')
            {
                piece.Append(text[i]);
            }
            else if (i > 0 && text[i - 1] == '*' && piece.Length == 0)
            {
                throw Errors.Pattern($"Consecutive wildcard characters at pos {i - 1}, at {at}");
            }
            else
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
        }

        pieces.Add(piece.ToString());
        return new(pieces);
    }

    /// <summary>
    /// Whether a text is so. Each piece is taken where it comes first: that never spoils what follows.
    /// </summary>
    public bool Matches(string text)
    {
        if (_pieces.Count == 1)
            return text == _pieces[0];
        var (first, last) = (_pieces[0], _pieces[^1]);
        if (text.Length < first.Length + last.Length
            || !text.StartsWith(first, StringComparison.Ordinal)
            || !text.EndsWith(last, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = text.AsSpan()[first.Length..(text.Length - last.Length)];
        foreach (var piece in _pieces[1..^1])
        {
            var found = rest.IndexOf(piece, StringComparison.Ordinal);
            if (found < 0)
                return false;
            rest = rest[(found + piece.Length)..];
        }

        return true;
    }
}
