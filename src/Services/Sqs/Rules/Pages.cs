using Orrery.Operations.Listing;

namespace Orrery.Services.Sqs.Rules;

/// <summary>
/// Lists in pages. Without a page size there is no token, and at most 1,000 are told. Source: SQS API Reference,
/// ListQueues.
/// </summary>
internal static class Pages
{
    private const int Most = 1000;

    /// <summary>A page of names in order, and the token of the next.</summary>
    public static (IReadOnlyList<string> Names, string? Token) Of(IEnumerable<string> names, int? size, string? token)
    {
        if (size is < 1 or > Most)
            throw Errors.Value(size, "MaxResults", "MaxResults must be an integer between 1 and 1000.");
        var after = token is null
            ? null
            : KeyPages.Open(token) ?? throw Errors.Value(token, "NextToken", "Invalid NextToken value.");
        var (page, next) =
            KeyPages.Of(names.Order(StringComparer.Ordinal), static name => name, after, size ?? Most);
        return (page, size is null ? null : next);
    }
}
