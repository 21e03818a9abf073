using System.Text;
using Orrery.Operations.Matching;

namespace Orrery.Services.Events.Rules.Patterns;

/// <summary>
/// A text with wildcards: <c>*</c> is any run of characters; a backslash before <c>*</c> or itself takes the meaning
/// away. Source: EventBridge User Guide, "Comparison operators", Wildcards.
/// </summary>
internal static class WildcardText
{
    /// <summary>Reads it.</summary>
    public static StarText Parse(string text, string at)
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
}
