using System.Text.RegularExpressions;

namespace Orrery.Services.Logs.Patterns;

/// <summary>
/// A regular expression between percent signs. Letters, digits, some symbols and some operators are allowed, groups are
/// not. Source: CloudWatch Logs User Guide, "Supported regular expressions (regex) syntax".
/// </summary>
internal static class PatternRegex
{
    private const string Symbols = ":_#=@/;,- ";
    private const string Operators = "^$?[]{}|\\*+.";

    /// <summary>Reads the text between the percent signs.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterException.</exception>
    public static Regex Parse(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] < 128)
            {
                i++;
            }
            else if (!char.IsAsciiLetterOrDigit(text[i]) && !Symbols.Contains(text[i]) && !Operators.Contains(text[i]))
            {
                throw FilterPattern.Invalid($"the character {text[i]} is not supported in a regular expression");
            }
        }

        try
        {
            return new Regex(text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception unfit) when (unfit is ArgumentException or NotSupportedException)
        {
            throw FilterPattern.Invalid($"%{text}% is not a regular expression");
        }
    }
}
