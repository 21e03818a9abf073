namespace Orrery.Cli.Tail;

/// <summary>What is asked of FilterLogEvents.</summary>
/// <param name="LogGroupName">The group.</param>
/// <param name="StartTime">From when on, in milliseconds since 1970.</param>
/// <param name="FilterPattern">What the events have to be like; null for all.</param>
/// <param name="NextToken">Where the next page begins; null for the first.</param>
internal sealed record TailRequest(string LogGroupName, long StartTime, string? FilterPattern, string? NextToken);
