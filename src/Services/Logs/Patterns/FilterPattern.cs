using Orrery.Core;

namespace Orrery.Services.Logs.Patterns;

/// <summary>
/// A filter pattern of metric filters, subscription filters and FilterLogEvents: terms, a JSON condition in braces, or
/// fields in brackets. Source: CloudWatch Logs User Guide, "Filter pattern syntax".
/// </summary>
internal abstract class FilterPattern
{
    /// <summary>Reads a pattern.</summary>
    /// <exception cref="ServiceException">InvalidParameterException: it is none.</exception>
    public static FilterPattern Parse(string text)
    {
        var pattern = text.Trim();
        return pattern.Length == 0 ? new TermPattern([])
            : pattern[0] == '{' ? JsonPatternParser.Parse(pattern)
            : pattern[0] == '[' ? SpacePatternParser.Parse(pattern)
            : TermPattern.Read(pattern);
    }

    /// <summary>Looks at an event; null: it does not match.</summary>
    public abstract PatternMatch? Match(string message);

    /// <summary>Whether the pattern has a regular expression.</summary>
    public virtual bool HasRegex => false;

    /// <summary>The error for a text that is no pattern.</summary>
    public static ServiceException Invalid(string why) => Errors.Invalid($"Invalid filter pattern: {why}");
}
