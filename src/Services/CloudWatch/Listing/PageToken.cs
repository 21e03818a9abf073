using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Orrery.Operations.Listing;

namespace Orrery.Services.CloudWatch.Listing;

/// <summary>The opaque text that says where the next page begins.</summary>
internal static class PageToken
{
    /// <summary>The token of the page that begins after a key.</summary>
    public static string After(string key) => KeyPages.Seal(key);

    /// <summary>The key that a token was made of.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterValue: we did not make it.</exception>
    public static string KeyOf(string token) => KeyPages.Open(token) ?? throw Errors.InvalidToken();

    /// <summary>The token of the page that begins within a result.</summary>
    public static string Of(int result, int point) =>
        Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{result}:{point}")));

    /// <summary>The place that a token was made of.</summary>
    /// <exception cref="Core.ServiceException">InvalidNextToken: we did not make it.</exception>
    public static (int Result, int Point) Place(string token)
    {
        var parts = Text(token)?.Split(':') ?? [];
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var result)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var point)
            ? (result, point)
            : throw new Core.ServiceException("InvalidNextToken", "The specified NextToken is not valid.");
    }

    private static string? Text(string token) =>
        Base64Url.IsValid(token) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)) : null;
}
