using Orrery.Contracts.Alarms;
using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Metrics;

/// <summary>
/// Works out queries of metrics that name one another, as GetMetricData does, for services whose policies are made of
/// such. CloudWatch offers it; all in the call's account and region.
/// </summary>
public interface IMetricMath
{
    /// <summary>Refuses queries that could not be answered, without reading data.</summary>
    /// <exception cref="Core.ServiceException">A query or an expression is not valid.</exception>
    void Check(IReadOnlyList<AlarmQuery> queries);

    /// <summary>
    /// The values of the query whose data is returned, oldest first; a period without data has no point.
    /// </summary>
    /// <exception cref="Core.ServiceException">They cannot be worked out, or are not one series.</exception>
    IReadOnlyList<MetricPoint> Read(
        ReadCall call, IReadOnlyList<AlarmQuery> queries, DateTimeOffset from, DateTimeOffset to);
}
