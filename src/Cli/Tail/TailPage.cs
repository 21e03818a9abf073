namespace Orrery.Cli.Tail;

/// <summary>A page of FilterLogEvents.</summary>
/// <param name="Events">The events, in order.</param>
/// <param name="NextToken">Where the next page begins; null on the last.</param>
internal sealed record TailPage(TailedEvent[] Events, string? NextToken);
