namespace Orrery.Services.CloudWatch.Rules.Reading;

/// <summary>A series that answers a query. A search answers with any number of them.</summary>
/// <param name="Id">The query.</param>
/// <param name="Label">How it is called, with its dynamic parts filled in.</param>
/// <param name="Period">The length of its periods in seconds; 0 where it has none.</param>
/// <param name="Points">The periods that have a value, oldest first.</param>
internal sealed record QueryResult(string Id, string Label, int Period, IReadOnlyList<PeriodValue> Points);
