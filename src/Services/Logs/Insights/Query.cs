namespace Orrery.Services.Logs.Insights;

/// <summary>A query that was read: what it does with the rows, one command after another.</summary>
/// <param name="Steps">The commands.</param>
/// <param name="Fields">The columns of its results; null where it names none: then time and message.</param>
/// <param name="IsAggregate">Whether its results are of several events each: then they have no pointer.</param>
/// <param name="Filters">How many of the commands come before the first that makes fewer rows of those that match.</param>
internal sealed record Query(
    IReadOnlyList<Func<IEnumerable<Row>, IEnumerable<Row>>> Steps,
    IReadOnlyList<string>? Fields,
    bool IsAggregate,
    int Filters);
