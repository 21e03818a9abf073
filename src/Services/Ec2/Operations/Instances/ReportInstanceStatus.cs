using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>ReportInstanceStatus.</summary>
public sealed class ReportInstanceStatus : IWriteOperation<ReportInstanceStatusRequest, ReportInstanceStatusResult>
{
    /// <inheritdoc/>
    public ReportInstanceStatusResult Run(ReportInstanceStatusRequest request, Call call) => new();
}
