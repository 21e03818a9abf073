using System.Text;

namespace Orrery.Services.Sqs.Rules;

/// <summary>
/// Lists in pages. Without a page size there is no token, and at most 1,000 are told. Source: SQS API Reference,
/// ListQueues.
/// </summary>
internal static class Pages
{
    private const int Most = 1000;

    /// <summary>A page of names in order, and the token of the next.</summary>
    public static (List<string> Names, string? Token) Of(IEnumerable<string> names, int? size, string? token)
    {
        if (size is < 1 or > Most)
            throw Errors.Value(size, "MaxResults", "MaxResults must be an integer between 1 and 1000.");
        var after = token is null ? "" : NameOf(token);
        var page = names.Order(StringComparer.Ordinal).Where(name => string.CompareOrdinal(name, after) > 0)
            .Take((size ?? Most) + 1).ToList();
        if (page.Count <= (size ?? Most))
            return (page, null);
        page.RemoveAt(page.Count - 1);
        return (page, size is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(page[^1])));
    }

    private static string NameOf(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw Errors.Value(token, "NextToken", "Invalid NextToken value.");
    }
}
