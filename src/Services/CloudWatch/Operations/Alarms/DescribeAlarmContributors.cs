using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Alarms;

/// <summary>
/// The contributors of an alarm: only alarms on Metrics Insights queries and PromQL have any, and none is served.
/// </summary>
public sealed class DescribeAlarmContributors
    : IReadOperation<DescribeAlarmContributorsRequest, DescribeAlarmContributorsResult>
{
    /// <inheritdoc/>
    public DescribeAlarmContributorsResult Run(DescribeAlarmContributorsRequest request, ReadCall call)
    {
        _ = AlarmPages.After(request.NextToken);
        return call.Read(AlarmTables.Alarms).Contains(new(request.AlarmName!))
            ? new() { AlarmContributors = [] }
            : throw AlarmErrors.NoResource($"The alarm {request.AlarmName}");
    }
}
