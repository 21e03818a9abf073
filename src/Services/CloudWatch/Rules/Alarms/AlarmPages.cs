using Orrery.Core;
using Orrery.Services.CloudWatch.Listing;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>Gives lists page by page.</summary>
internal static class AlarmPages
{
    /// <summary>The key after which a page begins; null for the first.</summary>
    /// <exception cref="ServiceException">InvalidNextToken: we did not make the token.</exception>
    public static string? After(string? token)
    {
        if (token is null) return null;
        try
        {
            return PageToken.KeyOf(token);
        }
        catch (ServiceException)
        {
            throw AlarmErrors.InvalidToken();
        }
    }

    /// <summary>A page, and the token of the next one.</summary>
    public static (IReadOnlyList<T> Page, string? Next) Of<T>(IEnumerable<T> all, int size, Func<T, string> key)
    {
        var some = all.Take(size + 1).ToList();
        return some.Count <= size
            ? (some, null)
            : (some[..size], PageToken.After(key(some[size - 1])));
    }
}
