namespace Orrery.Wire.Schema;

/// <summary>How an operation's result is paged.</summary>
/// <param name="InputTokens">The request members that carry on.</param>
/// <param name="OutputTokens">The result expressions that say where to carry on.</param>
/// <param name="LimitKey">The request member that bounds a page, or null.</param>
/// <param name="ResultKeys">The result expressions that are paged.</param>
/// <param name="MoreResults">The result member that tells whether more follows, or null.</param>
public sealed record PaginatorSchema(
    IReadOnlyList<string> InputTokens,
    IReadOnlyList<string> OutputTokens,
    string? LimitKey,
    IReadOnlyList<string> ResultKeys,
    string? MoreResults);
