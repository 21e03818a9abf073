using Orrery.Core;

namespace Orrery.Services.Logs.Insights;

/// <summary>Errors of queries.</summary>
internal static class QueryErrors
{
    /// <summary>MalformedQueryException, with the place: the error that AWS gives tells it too.</summary>
    public static ServiceException Malformed(string text, int at, string why)
    {
        var before = text[..Math.Min(at, text.Length)];
        var line = before.Count(c => c == '\n') + 1;
        var column = before.Length - (before.LastIndexOf('\n') + 1) + 1;
        return new("MalformedQueryException", $"{why} at line {line} and position {column}");
    }
}
