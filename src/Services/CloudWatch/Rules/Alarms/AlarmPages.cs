using Orrery.Core;
using Orrery.Operations.Listing;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>Gives lists page by page.</summary>
internal static class AlarmPages
{
    /// <summary>The key after which a page begins; null for the first.</summary>
    /// <exception cref="ServiceException">InvalidNextToken: we did not make the token.</exception>
    public static string? After(string? token) =>
        token is null ? null : KeyPages.Open(token) ?? throw AlarmErrors.InvalidToken();

    /// <summary>A page, and the token of the next one.</summary>
    public static (IReadOnlyList<T> Page, string? Next) Of<T>(IEnumerable<T> all, int size, Func<T, string> key) =>
        KeyPages.Of(all, key, null, size);
}
