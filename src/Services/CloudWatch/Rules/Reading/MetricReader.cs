using Orrery.Kernel.Calls;

namespace Orrery.Services.CloudWatch.Rules.Reading;

/// <summary>
/// Answers queries. Alarms and GetMetricData read through this. Periods begin at <c>from</c> and follow one another;
/// instants after the call's now are answered where a source tells the future.
/// </summary>
internal static class MetricReader
{
    /// <summary>The series that answer the queries whose data is wanted, in the order of the queries.</summary>
    /// <param name="call">The call.</param>
    /// <param name="queries">The queries; they may name one another.</param>
    /// <param name="from">The beginning of the first period.</param>
    /// <param name="to">The end, not included.</param>
    /// <exception cref="Core.ServiceException">ValidationError: a query or an expression is not valid.</exception>
    public static IReadOnlyList<QueryResult> Read(
        ReadCall call, IReadOnlyList<MetricQuery> queries, DateTimeOffset from, DateTimeOffset to) => [];

    /// <summary>Refuses queries that could not be answered, without reading data.</summary>
    /// <exception cref="Core.ServiceException">ValidationError: a query or an expression is not valid.</exception>
    public static void Check(IReadOnlyList<MetricQuery> queries)
    {
    }

    /// <summary>The periods of one statistic, oldest first.</summary>
    public static IReadOnlyList<PeriodValue> Read(
        ReadCall call, StatQuery query, DateTimeOffset from, DateTimeOffset to) => [];
}
